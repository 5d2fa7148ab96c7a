"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { ActionPreview } from "./action-preview";
import type { Preview } from "./membership";
import type { DateContext } from "./plans/wording";
import type { ActionPreviewState } from "./use-action-preview";

interface ActionSheetProps extends Omit<PreviewSheetProps<Preview>, "aside"> {
  reader: DateContext;
  /** Why the dates move. */
  reason?: string | undefined;
}

/** An action on a membership: the choice on the left, what it charges and moves on the right. */
export function ActionSheet({ reader, reason, ...sheet }: ActionSheetProps) {
  return <PreviewSheet {...sheet} aside={<ActionPreview state={sheet.state} reader={reader} reason={reason} />} />;
}

interface PreviewSheetProps<Shown> {
  title: string;
  state: ActionPreviewState<Shown>;
  /** The preview. */
  aside: ReactNode;
  action: { error: Error | null; isPending: boolean; mutate: () => void };
  confirm: string;
  /** False while the choice changes nothing. */
  can_confirm?: boolean;
  is_danger?: boolean;
  /** The button that closes without the action. */
  keep?: string;
  onClose: () => void;
  children: ReactNode;
}

/** The choice on the left, its preview on the right, and a button that waits for the preview. */
export function PreviewSheet<Shown>(props: PreviewSheetProps<Shown>) {
  const { title, state, aside, action, confirm, onClose, children } = props;
  const { can_confirm = true, is_danger = false, keep = "Cancel" } = props;
  return (
    <SheetDialog
      title={title}
      note="Nothing changes until you confirm"
      onClose={onClose}
      aside={aside}
      footer={
        <>
          <Button size="lg" className="ml-auto" onClick={onClose}>
            {keep}
          </Button>
          <Button
            variant={is_danger ? "danger" : "primary"}
            size="lg"
            busy={action.isPending}
            disabled={!state.is_current || !can_confirm}
            onClick={() => action.mutate()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={action.error?.message} />
        {children}
      </div>
    </SheetDialog>
  );
}
