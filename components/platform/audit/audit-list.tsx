import { ChevronDown } from "lucide-react";
import { Link } from "@/components/ui/controls/link";
import { Avatar } from "@/components/ui/data/avatar";
import { DescriptionList } from "@/components/ui/data/description-list";
import { formatDateTime, formatExact } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listAudit } from "@/lib/contracts/platform/audit";
import { type AuditPhrases, actionPhrase } from "./action-words";
import { type ChangeReader, changesOf } from "./change-words";

export type AuditEntry = Output<typeof listAudit>["data"][number];

interface AuditListProps {
  entries: readonly AuditEntry[];
  reader: ChangeReader;
  phrases: AuditPhrases;
  /** The page of the target record. */
  targetHref: (entry: AuditEntry) => string | null;
  historyHref: (entry: AuditEntry) => string;
}

/** Newest first. Each entry expands to its values before and after, its origin and its request. */
export function AuditList({ entries, reader, phrases, targetHref, historyHref }: AuditListProps) {
  return (
    <ol aria-label="Activity" className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.id}>
          <details className="group">
            <summary className="flex cursor-pointer list-none items-start gap-3 px-gutter py-2.5 hover:bg-surface-2 [&::-webkit-details-marker]:hidden">
              <Avatar name={entry.actor_name} size="sm" />
              <span className="min-w-0 flex-1">
                <EntrySentence entry={entry} phrases={phrases} />
                <Summary entry={entry} reader={reader} />
              </span>
              <time
                dateTime={entry.at}
                title={formatExact(entry.at, reader.localeContext)}
                className="pt-1 text-ink-3 max-md:text-12"
              >
                {formatDateTime(entry.at, reader.localeContext)}
              </time>
              <ChevronDown aria-hidden="true" className="mt-1.5 flex-none text-ink-3 group-open:rotate-180" />
            </summary>
            <Details entry={entry} reader={reader} targetHref={targetHref(entry)} historyHref={historyHref(entry)} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function EntrySentence({ entry, phrases }: { entry: AuditEntry; phrases: AuditPhrases }) {
  const { before, after, names_target } = actionPhrase(phrases, entry.action, entry.target_type);
  const target = names_target
    ? (entry.target_name ?? (entry.target_type === "denied_entry" ? "an unknown code" : "a deleted record"))
    : null;
  return (
    <span className="block pt-1 text-ink">
      <b className="font-strong">{entry.actor_name}</b> {before}{" "}
      {target ? <b className="font-medium">{target}</b> : null} {after}
    </span>
  );
}

const summaryLimit = 3;

function Summary({ entry, reader }: { entry: AuditEntry; reader: ChangeReader }) {
  if (!entry.before || !entry.after) return entry.reason ? <Reason text={entry.reason} /> : null;
  const changes = changesOf(entry.before, entry.after, reader);
  const shown = changes.slice(0, summaryLimit);
  return (
    <>
      <span className="block text-ink-3">
        {shown.map(({ field, before, after }, index) => (
          <span key={field}>
            {index > 0 ? " · " : null}
            {field} {before} <span aria-hidden="true">→</span>
            <span className="sr-only">, now</span> <span className="text-ink-2">{after}</span>
          </span>
        ))}
        {changes.length > shown.length ? ` · ${changes.length - shown.length} more` : null}
      </span>
      {entry.reason ? <Reason text={entry.reason} /> : null}
    </>
  );
}

const Reason = ({ text }: { text: string }) => <span className="block text-ink-2">“{text}”</span>;

interface DetailsProps {
  entry: AuditEntry;
  reader: ChangeReader;
  targetHref: string | null;
  historyHref: string;
}

function Details({ entry, reader, targetHref, historyHref }: DetailsProps) {
  const changes = changesOf(entry.before, entry.after, reader);
  return (
    <div className="grid gap-5 bg-surface-2 py-4 pr-gutter pl-16 max-md:pl-4 lg:grid-cols-[3fr_2fr]">
      {changes.length > 0 ? (
        <table className="w-full self-start text-left">
          <thead className="text-12 text-ink-3">
            <tr>
              <th className="w-1/4 pb-1 font-regular">Field</th>
              {entry.before ? <th className="pb-1 font-regular">Before</th> : null}
              {entry.after ? <th className="pb-1 font-regular">After</th> : null}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field} className="border-line border-t align-top">
                <th className="py-1.5 pr-3 font-regular text-ink-3">{field}</th>
                {entry.before ? <td className="py-1.5 pr-3 break-words">{before ?? "—"}</td> : null}
                {entry.after ? <td className="py-1.5 break-words text-ink">{after ?? "—"}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-ink-3">No field changed.</p>
      )}
      <div>
        <DescriptionList
          items={[
            { term: "Time", detail: formatExact(entry.at, reader.localeContext) },
            { term: "IP address", detail: entry.ip },
            { term: "Action", detail: entry.action },
            {
              term: "Request ID",
              detail: entry.request_id ? <span className="text-12 break-all">{entry.request_id}</span> : null,
            },
          ]}
        />
        <p className="mt-3 flex flex-wrap gap-4">
          {targetHref ? (
            <Link href={targetHref} className="text-brand-text hover:underline">
              View record
            </Link>
          ) : null}
          {entry.target_id ? (
            <Link href={historyHref} className="text-brand-text hover:underline">
              View full history
            </Link>
          ) : null}
        </p>
      </div>
    </div>
  );
}
