"use client";

import { CalendarPlus, DoorOpen, UserRound, X } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Link } from "@/components/ui/controls/link";
import type { EntryRefusal } from "@/lib/contracts/access/check-ins";
import { fullName } from "@/lib/values/person-name";
import { EntryPhoto } from "./entry-photo";

function footnote({ member, is_overridable }: EntryRefusal, mayOverride: boolean): string {
  if (mayOverride) return "Letting a member in once requires a reason, which is recorded with your name.";
  if (!member) return "The scan was recorded. Type a name to find the member.";
  return is_overridable ? "Your role cannot override a denied entry." : "This cannot be overridden at the desk.";
}

/** What another term of the same plan would solve. */
const renewable = new Set<EntryRefusal["reason"]>(["expired", "cancelled"]);

interface DeniedScreenProps {
  refusal: EntryRefusal;
  facesMembers: boolean;
  /** The member page; null without permission to read members. */
  memberHref: string | null;
  onOverride: (() => void) | null;
  onClose: () => void;
}

/** Red: the reason and what to do. Stays until it is closed. */
export function DeniedScreen({ refusal, facesMembers, memberHref, onOverride, onClose }: DeniedScreenProps) {
  const { member } = refusal;
  const name = member ? fullName(member.first_name, member.last_name) : null;
  return (
    <div className="desk-entry" data-outcome="denied">
      <div className="desk-entry-body">
        <EntryPhoto name={name ?? ""} src={member?.photo_url ?? null} outcome="denied" />
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
            View member
          </Link>
        ) : null}
        {memberHref && renewable.has(refusal.reason) ? (
          <Link href={`${memberHref}?tab=memberships&do=renew`} prefetch={false}>
            <CalendarPlus aria-hidden="true" />
            Renew
          </Link>
        ) : null}
        {onOverride ? (
          <button type="button" onClick={onOverride}>
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
      <p className="desk-fine">{footnote(refusal, onOverride !== null)}</p>
    </div>
  );
}
