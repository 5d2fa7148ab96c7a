import { z } from "zod";
import { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { parseInputTime } from "@/lib/values/wall-time";

const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "Choose a date and time");

const fields = createBulk.input.omit({ segment_id: true, filters: true, scheduled_at: true }).shape;

const base = z.object({ ...fields, when: z.enum(["now", "later"]), at: z.string() });

/** The form values. The time is a wall time of the location; it becomes an instant on submit. */
export const composerShape = base
  .extend({ content_sid: z.preprocess((value) => (value === "" ? undefined : value), fields.content_sid) })
  .superRefine(({ when, at, channel, subject }, context) => {
    if (when === "later" && !wallTime.safeParse(at).success) {
      context.addIssue({ code: "custom", path: ["at"], message: "Choose a date and time" });
    }
    if (channel === "email" && subject === "") {
      context.addIssue({ code: "custom", path: ["subject"], message: "Enter a subject" });
    }
  });

export type ComposerValues = z.input<typeof composerShape>;
export type ComposerOutput = z.output<typeof composerShape>;

export const composerStart: ComposerValues = {
  name: "",
  channel: "email",
  category: "marketing",
  subject: "",
  body: "",
  content_sid: "",
  when: "now",
  at: "",
};

/** Only email and push have a subject. A subject entered before the channel changed is not sent. */
const hasSubject = (channel: ComposerValues["channel"]): boolean => channel === "email" || channel === "push";

/** The request body without the audience. */
export function toBulkInput({ when, at, subject, content_sid, ...rest }: ComposerOutput, time_zone: string) {
  return {
    ...rest,
    subject: hasSubject(rest.channel) ? subject : "",
    ...(rest.channel === "whatsapp" && content_sid ? { content_sid } : {}),
    ...scheduledAt({ when, at }, time_zone),
  };
}

const placeholder = "…";
const orPlaceholder = (text: string): string => (text.trim() === "" ? placeholder : text);

/** The input of the recipient preview. Empty texts get a placeholder, so that the preview works before they are written. */
export function toPreviewInput({ when, at, channel, category, subject = "", body }: ComposerValues, time_zone: string) {
  return {
    channel,
    category,
    subject: hasSubject(channel) ? orPlaceholder(subject) : "",
    body: orPlaceholder(body),
    ...scheduledAt({ when, at }, time_zone),
  };
}

/** The instant of the wall time at the location. Empty until the wall time is complete. */
function scheduledAt({ when, at }: Pick<ComposerValues, "when" | "at">, time_zone: string) {
  if (when === "now" || !wallTime.safeParse(at).success) return {};
  return { scheduled_at: parseInputTime(at, time_zone).instant };
}
