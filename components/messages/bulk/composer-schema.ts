import { z } from "zod";
import { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { wallTime } from "./composer-values";

const fields = createBulk.input.omit({ segment_id: true, filters: true, scheduled_at: true }).shape;

const base = z.object({ ...fields, when: z.enum(["now", "later"]), at: z.string() });

/** The form values. The time is a wall time of the location; it becomes an instant on submit. */
export const composerShape = base
  .extend({ content_sid: z.preprocess((value) => (value === "" ? undefined : value), fields.content_sid) })
  .superRefine(({ when, at, channel, subject }, context) => {
    if (when === "later" && !wallTime.test(at)) {
      context.addIssue({ code: "custom", path: ["at"], message: "Choose a date and time" });
    }
    if (channel === "email" && subject === "") {
      context.addIssue({ code: "custom", path: ["subject"], message: "Enter a subject" });
    }
  });
