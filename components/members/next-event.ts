import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import type { MemberRow } from "./query";

type NextEvent = { text: string; tone?: "warn" | "bad" };

/** The next event of a member row, such as "Renews 8 Mar" or "2 of 10 left". */
export function nextEventOf(
  { next, status }: Pick<MemberRow, "next" | "status">,
  localeContext: LocaleContext,
): NextEvent | null {
  if (!next) return null;
  const { kind, on, sessions_left, sessions_included } = next;
  const day = on === null ? null : lowercaseRelativeDay(formatDay(on, localeContext));
  const soon = status === "expiring" || status === "trial";
  if (kind === "sessions_left") {
    const few = (sessions_left ?? 0) <= 2;
    return { text: `${sessions_left} of ${sessions_included} left`, ...(few && { tone: "warn" }) };
  }
  if (kind === "overdue") return { text: day ? `Overdue since ${day}` : "Payment overdue", tone: "bad" };
  if (kind === "returns") return { text: day ? `Resumes ${day}` : "No end of freeze" };
  if (kind === "ended") return { text: day ? `Ended ${day}` : "Used up" };
  if (!day) return null;
  if (kind === "ends") return { text: `Ends ${day}`, ...(soon && { tone: "warn" }) };
  return { text: `${verbs[kind]} ${day}` };
}

const verbs = { renews: "Renews", until: "Until", starts: "Starts" } as const;

export const toneClass = (tone: NextEvent["tone"]): string =>
  tone === "bad" ? "text-bad-text" : tone === "warn" ? "text-warn-text" : "";
