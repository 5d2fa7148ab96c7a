import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/controls/text-link";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";

type Look = "to_come" | "money" | "message" | "issued";

export type TimeLineEvent = {
  key: string;
  /** An instant, or null of what is still to come. */
  at: string | null;
  when?: string;
  label: ReactNode;
  note?: ReactNode;
  look: Look;
  link?: { href: string; label: string };
};

const dots: Record<Look, string> = {
  to_come: "before:border-2 before:border-note-text before:bg-surface",
  money: "before:bg-good-text",
  message: "before:bg-ink-3",
  issued: "before:bg-ink",
};

interface TimeLineProps {
  /** In the order in which they are shown. */
  events: readonly TimeLineEvent[];
  localeContext: LocaleContext;
}

/** What happened, each with a title and a line of time and detail. */
export function TimeLine({ events, localeContext }: TimeLineProps) {
  return (
    <ol className="flex flex-col">
      {events.map(({ key, at, when, label, note, look, link }) => (
        <li
          key={key}
          className={`relative border-line border-l pb-4 pl-4 before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full last:border-transparent last:pb-0 ${dots[look]}`}
        >
          <b className="block font-medium text-ink">{label}</b>
          <span className="block text-12 text-ink-3">
            {at ? (
              <time dateTime={at} title={formatExact(at, localeContext)}>
                {formatDateTime(at, localeContext)}
              </time>
            ) : (
              when
            )}
            {link ? (
              <>
                {" · "}
                <TextLink href={link.href}>{link.label}</TextLink>
              </>
            ) : null}
          </span>
          {note ? <span className="block text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ol>
  );
}
