import { MemberChoice } from "@/components/messages/templates/member-choice";
import { SegmentCount } from "@/components/messages/templates/segment-count";
import { TextPreview } from "@/components/messages/templates/text-preview";
import { variableLabel } from "@/components/messages/templates/variable-words";
import { Callout } from "@/components/ui/data/callout";
import type { ComboOption } from "@/components/ui/forms/combobox";
import type { BulkPreview } from "./bulk";
import type { ComposerValues } from "./composer-values";
import { useMemberPreview } from "./use-member-preview";

interface WrittenPreviewProps {
  organization: string;
  values: ComposerValues;
  /** The text as the first recipient gets it. */
  sample: BulkPreview["sample"];
  member: ComboOption | null;
  onMemberChange: (member: ComboOption | null) => void;
}

/** The preview of a text, as the first recipient or a chosen member gets it. */
export function WrittenPreview({ organization, values, sample, member, onMemberChange }: WrittenPreviewProps) {
  const chosen = useMemberPreview(organization, member?.value ?? null, values);
  const text = member ? chosen.data : sample;
  return (
    <>
      <MemberChoice
        organization={organization}
        label="Preview as another member"
        value={member}
        onValueChange={onMemberChange}
      />
      {text ? (
        <>
          {member || !sample ? null : <p className="text-ink-3">To {sample.to_name}</p>}
          {chosen.data && member && chosen.data.missing.length > 0 ? (
            <Callout tone="warn" title="Message will be held">
              Missing for {member.label}: {chosen.data.missing.map(variableLabel).join(", ").toLowerCase()}.
            </Callout>
          ) : null}
          <TextPreview text={text} />
          <SegmentCount segments={text.segments} />
        </>
      ) : (
        <p className="text-ink-3">No recipients yet.</p>
      )}
    </>
  );
}
