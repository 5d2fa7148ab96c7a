import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";

const tag = "Notification preferences";

export const device = z.object({
  id,
  kind: z.enum(["web", "ios", "android"]),
  label: z.string(),
  created_at: instantOut,
  seen_at: instantOut,
});
const exampleDevice = {
  id: "0197f0a0-0000-7000-8000-000000000431",
  kind: "web" as const,
  label: "Chrome on Android",
  created_at: "2026-03-05T06:42:00.000Z",
  seen_at: "2026-03-05T06:42:00.000Z",
};

/** Public Firebase settings; none of them is secret. */
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
  summary: "List the signed-in member's devices that take push messages",
  input: z.strictObject({}),
  output: z.object({
    data: z.array(device),
    /** What a browser needs to register; null where the gym sends no push messages to browsers. */
    web_push: webPush.nullable(),
  }),
  errors: ["not_found"],
  example: { input: {}, output: { data: [exampleDevice], web_push: null } },
});

export const registerDevice = contract({
  id: "devices.register",
  scope: "own",
  method: "POST",
  path: "/api/v1/devices",
  access: "profile.write_own",
  tag,
  summary: "Register a push token; the same token again is the same device",
  description: "A token that another member of the gym had on this device moves to whoever is signed in now.",
  input: z.strictObject({
    kind: z.enum(["web", "ios", "android"]),
    token: z.string().min(10).max(4_096),
    label: text(80),
  }),
  output: device,
  status: 201,
  errors: ["not_found", "invalid_input"],
  example: {
    input: { kind: "web", token: "dGhpcyBpcyBub3QgYSByZWFsIHRva2Vu", label: exampleDevice.label },
    output: exampleDevice,
  },
});

export const removeDevice = contract({
  id: "devices.remove",
  scope: "own",
  method: "DELETE",
  path: "/api/v1/devices/{id}",
  access: "profile.write_own",
  tag,
  summary: "Remove one of the signed-in member's devices",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found"],
  example: { input: { id: exampleDevice.id }, output: null },
});
