"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { formatCount } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";
import { ImportPreview } from "./import-preview";
import { ImportReport } from "./import-report";
import type { StepProps } from "./import-wizard";
import { Progress } from "./progress";
import { StepFooter } from "./step-footer";
import { UndoButton } from "./undo-button";

export function ImportStep(props: StepProps) {
  const { job, controls, locale } = props;
  const { summary, status, processed_rows, failure } = job;
  const { run } = controls;
  const [send_welcome, setSendWelcome] = useState(false);
  const [send_invitations, setSendInvitations] = useState(false);
  if (!summary) return null;
  // The count of the check. Rows that a run has created are no longer "ready".
  const toCreate = summary.ready + summary.created;
  if (status === "running") {
    return (
      <Progress title="Creating members and memberships" done={processed_rows} total={toCreate} locale={locale}>
        <p>You can leave this page; the import continues in the background.</p>
      </Progress>
    );
  }
  if (status === "failed") {
    return (
      <div className="flex max-w-[44rem] flex-col gap-4 px-gutter py-6">
        <Callout tone="bad" title="The import stopped" role="alert">
          {failure} {counted(processed_rows, "row", "rows", locale)} of {formatCount(toCreate, locale)} were already
          imported.
          <span className="mt-1 block text-12">Import {job.id}</span>
        </Callout>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" busy={run.isPending} onClick={() => run.mutate({})}>
            Continue with {counted(toCreate - processed_rows, "row", "rows", locale)}
          </Button>
          <UndoButton job={job} controls={controls} locale={locale} />
        </div>
      </div>
    );
  }
  if (status !== "checked") return <ImportReport {...props} summary={summary} />;
  const members = counted(summary.members, "member", "members", locale);
  const memberships = counted(summary.memberships, "membership", "memberships", locale);
  return (
    <>
      <ImportPreview {...props} summary={summary} sendsWelcome={send_welcome} sendsInvitations={send_invitations} />
      {summary.memberships > 0 ? (
        <div className="px-gutter pb-5">
          <Checkbox
            label="Send the welcome message to members with an active membership"
            hint="Useful for a new gym or a new location. Long-standing members may not expect it."
            checked={send_welcome}
            onChange={({ target }) => setSendWelcome(target.checked)}
          />
        </div>
      ) : null}
      <div className="px-gutter pb-5">
        <Checkbox
          label="Invite these members to their pages"
          hint="Once the import has finished, each member with an e-mail address gets a link to their pass, membership and invoices."
          checked={send_invitations}
          onChange={({ target }) => setSendInvitations(target.checked)}
        />
      </div>
      <StepFooter note="You can undo the import until an imported member checks in.">
        <Button
          variant="primary"
          size="lg"
          busy={run.isPending}
          onClick={() => run.mutate({ send_welcome, send_invitations })}
        >
          Create {members}
          {summary.memberships > 0 ? ` and ${memberships}` : null}
        </Button>
      </StepFooter>
    </>
  );
}
