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
    summary: "List the signed-in member's devices that take push messages",
    example: { input: {}, output: { data: [exampleDevice], web_push: null } },
  },

  registerDevice: {
    summary: "Register a push token; the same token again is the same device",
    description: "A token that another member of the gym had on this device moves to the member who is signed in now.",
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
