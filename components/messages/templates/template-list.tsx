import { categoryLabels, kindLabels } from "@/components/messages/notifications/message-labels";
import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { messageKindNames, messageKinds } from "@/lib/values/notifications";
import { kindDescriptions } from "./kind-sentences";
import type { Template } from "./template";

interface TemplateListProps {
  templates: readonly Template[];
  textHref: (kind: string) => string;
}

export function TemplateList({ templates, textHref }: TemplateListProps) {
  return (
    <RowList label="Templates" className="px-gutter">
      {messageKindNames.map((kind) => {
        const customized = templates.filter((one) => one.kind === kind && !one.is_default).length;
        return (
          <Row
            key={kind}
            title={kindLabels[kind]}
            href={textHref(kind)}
            subtitle={kindDescriptions[kind]}
            end={
              <span className="ml-auto flex items-center gap-3 text-ink-3">
                <span className="max-md:hidden">{categoryLabels[messageKinds[kind].category]}</span>
                {customized > 0 ? <Badge tone="note">{customized} customized</Badge> : <span>Default</span>}
              </span>
            }
          />
        );
      })}
    </RowList>
  );
}
