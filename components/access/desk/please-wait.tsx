"use client";

import { DoorOpen, UserRound, X } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Link } from "@/components/ui/controls/link";
import { fullName } from "@/lib/values/person-name";
import type { Refusal } from "./desk-types";
import { VerdictPhoto } from "./verdict-photo";

function fineLine({ member, is_overridable }: Refusal, mayLetIn: boolean): string {
  if (mayLetIn) return "Letting in asks for a reason, which stays on record with your name.";
  if (!member) return "The scan is on record. Type a name to find the member.";
  return is_overridable
    ? "Your role does not let members in against a refusal."
    : "This cannot be set aside at the desk.";
}

interface PleaseWaitProps {
  refusal: Refusal;
  facesMembers: boolean;
  /** Where staff cure the reason; null where they may not. */
  memberHref: string | null;
  onLetIn: (() => void) | null;
  onClose: () => void;
}

/** Red, until somebody acts: the reason, and what to do. */
export function PleaseWait({ refusal, facesMembers, memberHref, onLetIn, onClose }: PleaseWaitProps) {
  const { member } = refusal;
  const name = member ? fullName(member.first_name, member.last_name) : null;
  return (
    <div className="desk-verdict" data-verdict="please_wait">
      <div className="desk-verdict-body">
        <VerdictPhoto name={name ?? ""} src={member?.photo_url ?? null} sign="please_wait" />
        <div role="alert">
          <p className="desk-word">Please wait</p>
          <p className="desk-name">{name ?? (facesMembers ? "Please see the desk" : refusal.title)}</p>
          {facesMembers ? (
            <p className="desk-plan">{refusal.tell_member}</p>
          ) : (
            <>
              {name ? <p className="desk-plan">{refusal.title}</p> : null}
              <p className="desk-more">{refusal.tell_staff}</p>
            </>
          )}
        </div>
      </div>
      <div className="desk-acts">
        {memberHref ? (
          <Link href={memberHref} prefetch={false} data-look="solid">
            <UserRound aria-hidden="true" />
            Open the member
          </Link>
        ) : null}
        {onLetIn ? (
          <button type="button" onClick={onLetIn}>
            <DoorOpen aria-hidden="true" />
            Let in once
            <KeyCap>F2</KeyCap>
          </button>
        ) : null}
        <button type="button" onClick={onClose}>
          <X aria-hidden="true" />
          Close
          <KeyCap>Esc</KeyCap>
        </button>
      </div>
      <p className="desk-fine">{fineLine(refusal, onLetIn !== null)}</p>
    </div>
  );
}
