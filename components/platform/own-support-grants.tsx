import { Row, RowList } from "@/components/ui/data/row-list";
import { Section } from "@/components/ui/data/section";
import { formatDateTime, formatTime, type LocaleContext } from "@/lib/client/format";
import type { Grant } from "./gym-table";

export function OwnSupportGrants({
  grants,
  localeContext,
}: {
  grants: readonly Grant[];
  localeContext: LocaleContext;
}) {
  return (
    <Section title="Your support access" meta={<span>newest first, in UTC</span>} className="border-line border-t">
      {grants.length === 0 ? (
        <p className="py-3 text-ink-3">You have not opened support access to any gym yet.</p>
      ) : (
        <RowList label="Your support access">
          {grants.map((grant) => (
            <Row
              key={grant.id}
              title={grant.organization_name}
              subtitle={grant.reason}
              end={
                <span className="text-right text-ink-3">
                  {formatDateTime(grant.granted_at, localeContext)} to{" "}
                  {grant.is_running ? "now" : formatTime(grant.ended_at ?? grant.expires_at, localeContext)}
                </span>
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}
