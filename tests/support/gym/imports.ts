import type { Output } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/imports/imports";
import { call } from "@/tests/support/http/api";
import type { Gym } from "./gym";

type Job = Output<typeof contracts.getImport>;

/** Terms of a plan that an import creates. */
export const monthlyAt = (price_minor: number) => ({
  ...{ kind: "recurring" as const, interval_unit: "month" as const, interval_count: 1 },
  price_minor,
});

export const csv = (...lines: string[]): string => `${lines.join("\r\n")}\r\n`;

export function uploadCsv(gym: Gym, body: string | Uint8Array, file_name = "members.csv"): Promise<Job> {
  return call(contracts.uploadImport, { file_name }, { token: gym.people.gym_owner.token, body: body as BodyInit });
}

/** Waits until the server's own loop has brought the import to rest. */
export async function settled(gym: Gym, id: string): Promise<Job> {
  for (let tries = 0; tries < 400; tries++) {
    const job = await call(contracts.getImport, { id }, { token: gym.people.gym_owner.token });
    if (job.status !== "checking" && job.status !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The import did not come to rest");
}

export async function checked(gym: Gym, id: string): Promise<Job> {
  await call(contracts.checkImport, { id }, { token: gym.people.gym_owner.token });
  return settled(gym, id);
}

export async function done(gym: Gym, id: string): Promise<Job> {
  await call(contracts.runImport, { id }, { token: gym.people.gym_owner.token });
  return settled(gym, id);
}
