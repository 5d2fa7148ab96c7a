import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";

const tag = "Notification preferences";

const device = z.object({
  id,
  kind: z.enum(["web", "ios", "android"]),
  label: z.string(),
  created_at: instantOut,
  seen_at: instantOut,
});

/** Public Firebase settings; none of them are secret. */
const webPush = z.object({
  api_key: z.string(),
  app_id: z.string(),
  project_id: z.string(),
  messaging_sender_id: z.string(),
  vapid_key: z.string(),
});

export const listDevices = contract({
  id: "devices.list",
  scope: "own",
  method: "GET",
  path: "/api/v1/devices",
  access: "pass.read_own",
  tag,
  input: z.strictObject({}),
  output: z.object({
    data: z.array(device),
    /** Settings that a browser needs to register; null if the gym sends no push messages to browsers. */
    web_push: webPush.nullable(),
  }),
  errors: ["not_found"],
});

export const registerDevice = contract({
  id: "devices.register",
  scope: "own",
  method: "POST",
  path: "/api/v1/devices",
  access: "profile.write_own",
  tag,
  input: z.strictObject({
    kind: z.enum(["web", "ios", "android"]),
    token: z.string().min(10).max(4_096),
    label: text(80),
  }),
  output: device,
  status: 201,
  errors: ["not_found", "invalid_input"],
});

export const removeDevice = contract({
  id: "devices.remove",
  scope: "own",
  method: "DELETE",
  path: "/api/v1/devices/{id}",
  access: "profile.write_own",
  tag,
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found"],
});
