import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { createBulk } from "@/lib/contracts/messages/notification-bulk";

const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "Choose a day and a time");

const words = createBulk.input.omit({ segment_id: true, filters: true, scheduled_at: true }).shape;

const base = z.object({ ...words, when: z.enum(["now", "later"]), at: z.string() });

/** The message as it is typed: the time is the location's own, until it is sent. */
export const composerShape = base
  .extend({ content_sid: z.preprocess((value) => (value === "" ? undefined : value), words.content_sid) })
  .superRefine(({ when, at, channel, subject }, context) => {
    if (when === "later" && !wallTime.safeParse(at).success) {
      context.addIssue({ code: "custom", path: ["at"], message: "Choose a day and a time" });
    }
    if (channel === "email" && subject === "") {
      context.addIssue({ code: "custom", path: ["subject"], message: "An e-mail needs a subject" });
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

/** A text message has no subject, and only WhatsApp has templates: what was typed before the channel changed stays behind. */
const isTitled = (channel: ComposerValues["channel"]): boolean => channel === "email" || channel === "push";

/** What goes to the server beside the audience. */
export function toBulkWords({ when, at, subject, content_sid, ...rest }: ComposerOutput, time_zone: string) {
  return {
    ...rest,
    subject: isTitled(rest.channel) ? subject : "",
    ...(rest.channel === "whatsapp" && content_sid ? { content_sid } : {}),
    ...scheduledAt({ when, at }, time_zone),
  };
}

const unwritten = "…";
const orUnwritten = (text: string): string => (text.trim() === "" ? unwritten : text);

/** Who gets it is known before a word of it is written. */
export function toPreviewWords({ when, at, channel, category, subject = "", body }: ComposerValues, time_zone: string) {
  return {
    channel,
    category,
    subject: isTitled(channel) ? orUnwritten(subject) : "",
    body: orUnwritten(body),
    ...scheduledAt({ when, at }, time_zone),
  };
}

/** The instant of a wall time at the location, once it is complete. */
function scheduledAt({ when, at }: Pick<ComposerValues, "when" | "at">, time_zone: string) {
  if (when === "now" || !wallTime.safeParse(at).success) return {};
  return {
    scheduled_at: Temporal.PlainDateTime.from(at).toZonedDateTime(time_zone).toInstant().toString(),
  };
}
