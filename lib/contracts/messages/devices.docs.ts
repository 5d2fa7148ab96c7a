import { documented } from "@/lib/contracts/documented";
import * as devices from "./devices";

const exampleDevice = {
  id: "0197f0a0-0000-7000-8000-000000000431",
  kind: "web" as const,
  label: "Chrome on Android",
  created_at: "2026-03-05T06:42:00.000Z",
  seen_at: "2026-03-05T06:42:00.000Z",
};

export const devicesDocs = documented(devices, {
  listDevices: {
    summary: "List the signed-in member's push devices",
    example: { input: {}, output: { data: [exampleDevice], web_push: null } },
  },

  registerDevice: {
    summary: "Register a push token",
    description:
      "Registering the same token again returns the same device. A token that belongs to another member of the gym is reassigned to the signed-in member.",
    example: {
      input: { kind: "web", token: "dGhpcyBpcyBub3QgYSByZWFsIHRva2Vu", label: exampleDevice.label },
      output: exampleDevice,
    },
  },

  removeDevice: {
    summary: "Remove one of the signed-in member's devices",
    example: { input: { id: exampleDevice.id }, output: null },
  },
});
