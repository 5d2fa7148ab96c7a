import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { channelLabels, kindLabels } from "@/components/messages/notifications/message-labels";
import { kindDescriptions } from "@/components/messages/templates/kind-sentences";
import { languageLabels } from "@/components/messages/templates/template";
import { TemplateForm } from "@/components/messages/templates/template-form";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { listTemplates, saveTemplate } from "@/lib/domain/messages/templates";
import { mayUse } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import { languages } from "@/lib/values/notifications";
import { channel, language, messageKind } from "@/lib/values/schemas/notifications";

type Props = {
  params: Promise<{ org: string; kind: string }>;
  searchParams: Promise<{ channel?: string; language?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = messageKind.safeParse((await params).kind);
  return { title: kind.success ? `Template: ${kindLabels[kind.data]}` : "Template" };
}

export default async function TextPage({ params, searchParams }: Props) {
  const { org, kind: kindParam } = await params;
  const query = await searchParams;
  const caller = await pageCaller(org);
  const kind = messageKind.safeParse(kindParam);
  if (!caller.organization || !mayUse(caller, saveTemplate.contract) || !kind.success) notFound();
  const chosen = {
    kind: kind.data,
    channel: channel.catch("email").parse(query.channel),
    language: language.catch("en").parse(query.language),
  };
  const { data: templates } = await listTemplates(caller, chosen);
  const template = templates[0];
  if (!template) notFound();
  const texts = `/manage/${org}/settings/messages/texts`;
  const href = (change: Partial<typeof chosen>) => {
    const { channel: on, language: written } = { ...chosen, ...change };
    return `${texts}/${chosen.kind}?${new URLSearchParams({ channel: on, language: written })}`;
  };
  return (
    <>
      <PageHeader
        title={kindLabels[chosen.kind]}
        breadcrumb={<Breadcrumb items={[{ label: "Templates", href: texts }, { label: kindLabels[chosen.kind] }]} />}
      />
      <div className="flex flex-col gap-3 border-line border-b px-gutter py-4">
        <p className="text-ink-2">{kindDescriptions[chosen.kind]}.</p>
        <div className="flex flex-wrap gap-3">
          <SegmentedLinks
            label="Channel"
            current={href({})}
            items={channels.map((one) => ({ label: channelLabels[one], href: href({ channel: one }) }))}
          />
          <SegmentedLinks
            label="Language"
            current={href({})}
            items={languages.map((one) => ({ label: languageLabels[one], href: href({ language: one }) }))}
          />
        </div>
      </div>
      <TemplateForm key={`${chosen.channel} ${chosen.language}`} organization={org} template={template} />
    </>
  );
}
