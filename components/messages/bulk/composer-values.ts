import type { z } from "zod";
import type { composerShape } from "./composer-schema";

/** A complete date and time, as a datetime-local field writes it. */
export const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

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
export async function toBulkInput({ when, at, subject, content_sid, ...rest }: ComposerOutput, time_zone: string) {
  return {
    ...rest,
    subject: hasSubject(rest.channel) ? subject : "",
    ...(rest.channel === "whatsapp" && content_sid ? { content_sid } : {}),
    ...(await scheduledAt({ when, at }, time_zone)),
  };
}

/** What the recipient preview depends on. */
export type PreviewValues = Omit<ComposerValues, "name" | "content_sid">;

const placeholder = "…";
const orPlaceholder = (text: string): string => (text.trim() === "" ? placeholder : text);

/** The input of the recipient preview. Empty texts get a placeholder, so that the preview works before they are written. */
export async function toPreviewInput(
  { when, at, channel, category, subject = "", body }: PreviewValues,
  time_zone: string,
) {
  return {
    channel,
    category,
    subject: hasSubject(channel) ? orPlaceholder(subject) : "",
    body: orPlaceholder(body),
    ...(await scheduledAt({ when, at }, time_zone)),
  };
}

/** The instant of the wall time at the location. Empty until the wall time is complete. Most messages are sent at once. */
async function scheduledAt({ when, at }: Pick<ComposerValues, "when" | "at">, time_zone: string) {
  if (when === "now" || !wallTime.test(at)) return {};
  const { parseInputTime } = await import("@/lib/values/wall-time");
  return { scheduled_at: parseInputTime(at, time_zone).instant };
}
