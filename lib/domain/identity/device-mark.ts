import { z } from "zod";
import { newId } from "@/db/id";
import { constantTimeEquals, sign } from "@/lib/kernel/keys";

export type Device = { user_id: string; device_id: string };

/** Remains in the browser after sign-out. Proves only that this user has signed in here before. */
export function newDeviceMark(user_id: string): string {
  const text = `${user_id}.${newId()}`;
  return `${text}.${sign("device", text)}`;
}

export function readDeviceMark(mark: string | null): Device | null {
  const [user_id, device_id, signature, ...rest] = mark?.split(".") ?? [];
  if (!user_id || !device_id || !signature || rest.length > 0) return null;
  if (!constantTimeEquals(signature, sign("device", `${user_id}.${device_id}`))) return null;
  return z.uuid().safeParse(user_id).success ? { user_id, device_id } : null;
}
