import { Link } from "@/components/ui/controls/link";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Badge } from "@/components/ui/data/badge";
import { DataTable } from "@/components/ui/data/data-table";
import { Section } from "@/components/ui/data/section";
import { formatCount } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";
import { asSentence } from "@/lib/values/sentence";
import { fieldName } from "./import-labels";
import type { ImportJob, ImportSummary } from "./job";
import { RefusedDownload } from "./refused-download";

type Problem = ImportSummary["problems"][number];

interface ProblemTableProps {
  job: ImportJob;
  summary: ImportSummary;
  organization: string;
  base: string;
  locale: string;
}

export function ProblemTable({ job, summary, organization, base, locale }: ProblemTableProps) {
  const { problems, refused } = summary;
  if (problems.length === 0) return null;
  const rowsHref = ({ code }: Problem) => `${base}/rows?problem=${code}`;
  return (
    <Section
      className="border-line border-t"
      title="Problems"
      meta={<span className="max-md:hidden">with the message of the first row</span>}
      action={refused > 0 ? <RefusedDownload job={job} organization={organization} refused={refused} /> : null}
    >
      <div className="-mx-gutter max-md:-mx-4">
        <DataTable
          label="Problems"
          edge
          rows={problems}
          rowKey={({ code, severity }) => `${severity}-${code}`}
          columns={[
            {
              key: "severity",
              header: "Result",
              cell: (problem) => <Consequence problem={problem} />,
            },
            { key: "field", header: "Column", cell: ({ field }) => fieldName(field) },
            {
              key: "message",
              header: "Message",
              wrap: true,
              className: "w-1/2 min-w-[18rem] py-2",
              cell: ({ message }) => asSentence(message),
            },
            {
              key: "rows",
              header: "Rows",
              align: "end",
              cell: (problem) => (
                <NumberLink href={rowsHref(problem)} label={`${counted(problem.rows, "row")}: ${problem.message}`}>
                  {formatCount(problem.rows, locale)}
                </NumberLink>
              ),
            },
            { key: "numbers", header: "Row numbers", cell: (problem) => <RowNumbers problem={problem} /> },
          ]}
          phone={(problem) => (
            <div className="flex min-w-0 flex-1 flex-col gap-1 py-1">
              <div className="flex items-center justify-between gap-2">
                <Consequence problem={problem} />
                <Link href={rowsHref(problem)} className="ui-link ui-stretch">
                  {formatCount(problem.rows, locale)} {problem.rows === 1 ? "row" : "rows"}
                </Link>
              </div>
              <p className="text-ink">{asSentence(problem.message)}</p>
              <p className="text-12 text-ink-3">
                {fieldName(problem.field)} · <RowNumbers problem={problem} />
              </p>
            </div>
          )}
        />
      </div>
    </Section>
  );
}

function Consequence({ problem: { code, severity } }: { problem: Problem }) {
  if (code === "duplicate_email" && severity === "warning") return <Badge tone="mute">Skipped</Badge>;
  return severity === "error" ? (
    <Badge tone="bad">Rejected</Badge>
  ) : (
    <Badge tone="plain">Imported with a warning</Badge>
  );
}

function RowNumbers({ problem: { rows, row_numbers } }: { problem: Problem }) {
  const more = rows > row_numbers.length ? " …" : "";
  return `${row_numbers.length === 1 ? "row" : "rows"} ${row_numbers.join(", ")}${more}`;
}
