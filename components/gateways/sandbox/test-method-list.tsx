import { Button } from "@/components/ui/controls/button";
import { Row, RowList } from "@/components/ui/data/row-list";
import { type SandboxMethodKind, sandboxTestMethods } from "@/lib/values/sandbox/test-methods";

interface TestMethodListProps {
  kind: SandboxMethodKind;
  /** Puts a number into the form. Without it the list only shows them. */
  onChoose?: (number: string) => void;
}

const titles: Record<SandboxMethodKind, string> = {
  card: "Test cards",
  bank_debit: "Test accounts",
  upi: "Test UPI IDs",
};

export function TestMethodList({ kind, onChoose }: TestMethodListProps) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer content-center text-14 font-medium">{titles[kind]}</summary>
      <RowList label={titles[kind]}>
        {sandboxTestMethods
          .filter((method) => method.kind === kind)
          .map(({ token, number, title }) => (
            <Row
              key={token}
              title={inGroups(kind, number)}
              subtitle={title}
              end={
                onChoose ? (
                  <Button size="sm" aria-label={`Use ${number}: ${title}`} onClick={() => onChoose(number)}>
                    Use
                  </Button>
                ) : null
              }
            />
          ))}
      </RowList>
    </details>
  );
}

const inGroups = (kind: SandboxMethodKind, number: string): string =>
  kind === "card" ? number.replace(/(\d{4})(?=\d)/g, "$1 ") : number;
