import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { MessageSettingsParts } from "@/components/messages/providers/message-settings-parts";
import { TemplateList } from "@/components/messages/templates/template-list";
import { SettingsHeader } from "@/components/organization/settings-header";
import { listTemplates, saveTemplate } from "@/lib/domain/messages/templates";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Message templates" };

type Props = { params: Promise<{ org: string }> };

export default async function TextsPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, saveTemplate.contract)) notFound();
  const { data: templates } = await listTemplates(caller, {});
  return (
    <>
      <SettingsHeader organization={org} current="/messages" mayUse={(contract) => mayUse(caller, contract)} />
      <MessageSettingsParts organization={org} current="/texts" />
      <TemplateList templates={templates} textHref={(kind) => `/manage/${org}/settings/messages/texts/${kind}`} />
    </>
  );
}
