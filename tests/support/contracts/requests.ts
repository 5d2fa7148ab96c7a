import type { Contract } from "@/lib/contracts/contract";
import { permissionTable, type Role } from "@/lib/values/permissions";
import { send } from "@/tests/support/http/api";

type SpecialKeys = { $token?: string; $body?: BodyInit; $headers?: Record<string, string> };

/** A specimen's keys that begin with $ are terms of the request, not fields. */
export function sendSpecimen(contract: Contract, input: Record<string, unknown>, token: string | undefined) {
  const { $token, $body, $headers, ...fields } = input as Record<string, unknown> & SpecialKeys;
  return send(contract, fields, { token: $token ?? token, body: $body, headers: $headers });
}

/** Whether the permission table lets the role call the operation. */
export function mayCall(contract: Contract, role: Role): boolean {
  if (contract.access === "public" || contract.access === "signed_in" || contract.access === "organization")
    return true;
  return (permissionTable[contract.access] as readonly Role[]).includes(role);
}
