import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { MessageSettingsParts } from "@/components/messages/providers/message-settings-parts";
import { RulesList } from "@/components/messages/templates/rules-list";
import { SettingsHeader } from "@/components/organization/settings-header";
import { TextLink } from "@/components/ui/controls/text-link";
import { listMessageRules, updateMessageRule } from "@/lib/domain/messages/templates";
import { updateOrganization } from "@/lib/domain/organization";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Automatic messages" };

type Props = { params: Promise<{ org: string }> };

export default async function RulesPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, updateMessageRule.contract)) notFound();
  const { data: rules } = await listMessageRules(caller, {});
  const settings = `/manage/${org}/settings`;
  return (
    <>
      <SettingsHeader organization={org} current="/messages" mayUse={(contract) => mayUse(caller, contract)} />
      <MessageSettingsParts organization={org} current="/rules" />
      <p className="max-w-170 px-gutter pt-3 text-ink-2">
        Each message is sent once: on the member’s preferred channel if you selected it, otherwise on the first selected
        channel that can reach the member.{" "}
        {mayUse(caller, updateOrganization.contract) ? (
          <TextLink href={`${settings}/policies`}>Set quiet hours and reminder days in the policies</TextLink>
        ) : null}
      </p>
      <RulesList organization={org} rules={rules} textsBase={`${settings}/messages/texts`} />
    </>
  );
}
