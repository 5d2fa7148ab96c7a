import { documented } from "@/lib/contracts/documented";
import * as gettingStarted from "./getting-started";

const output = {
  steps: [
    { step: "location" as const, is_done: true },
    { step: "plans" as const, is_done: true },
    { step: "members" as const, is_done: true },
    { step: "team" as const, is_done: false },
    { step: "desk" as const, is_done: false },
    { step: "check_in" as const, is_done: false },
  ],
  ...{ is_complete: false, is_hidden: false },
};

export const gettingStartedDocs = documented(gettingStarted, {
  getGettingStarted: {
    summary: "Retrieve the first steps of a gym, and which of them are done",
    description:
      "A step is done when the gym has what it asks for: a location that was saved or has opening hours, a plan, a member, a second staff member or an invitation, an opened front desk, a check-in.",
    example: { input: {}, output },
  },

  updateGettingStarted: {
    summary: "Hide the first steps on the dashboard, or show them again",
    example: { input: { is_hidden: true }, output: { ...output, is_hidden: true } },
  },

  openDesk: {
    summary: "Report that the front desk was opened",
    description: "The page of the front desk sends this once per browser. Only the first opening is stored.",
    example: { input: {}, output: null },
  },
});
