"use client";

import { Hourglass, TriangleAlert, Undo2, X } from "lucide-react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { fullName } from "@/lib/values/person-name";
import type { CheckInAnswer } from "./desk-types";
import { EntryPhoto } from "./entry-photo";

interface AdmittedScreenProps {
  answer: CheckInAnswer;
  /** True if members see this screen. Information for staff is then hidden. */
  facesMembers: boolean;
  seconds: number;
  onUndo: (() => void) | null;
  onClose: () => void;
}

/** Green: photo and name of the member, with warnings in amber. */
export function AdmittedScreen({ answer, facesMembers, seconds, onUndo, onClose }: AdmittedScreenProps) {
  const name = answer.member ? fullName(answer.member.first_name, answer.member.last_name) : "";
  const warnings = answer.decision.warnings.filter(({ tell_member }) => !facesMembers || tell_member !== null);
  const [first, ...others] = warnings;
  return (
    <div className="desk-entry" data-outcome="admitted">
      <div className="desk-entry-body">
        <EntryPhoto name={name} src={answer.member?.photo_url ?? null} outcome="admitted" />
        <div role="alert">
          <p className="desk-word">Come in</p>
          <p className="desk-name">{name}</p>
          <p className="desk-plan">{planLine(answer)}</p>
          {answer.repeated ? <p className="desk-more">{answer.decision.title}; this is the same visit.</p> : null}
          {answer.overridden_reason ? <p className="desk-more">Let in once: {answer.staff_reason}</p> : null}
        </div>
        <div className="desk-entry-tools">
          {onUndo ? (
            <button type="button" onClick={onUndo}>
              <Undo2 aria-hidden="true" />
              Undo
              <KeyCap>F4</KeyCap>
            </button>
          ) : null}
          <button type="button" onClick={onClose}>
            <X aria-hidden="true" />
            Close
            <KeyCap>Esc</KeyCap>
          </button>
        </div>
      </div>
      {first ? (
        <div className="desk-strip" data-tone={first.tone}>
          {first.code === "expiring" || first.code === "expires_today" ? (
            <Hourglass aria-hidden="true" />
          ) : (
            <TriangleAlert aria-hidden="true" />
          )}
          <div>
            <b>{first.title}</b>
            <span>{facesMembers ? first.tell_member : first.tell_staff}</span>
          </div>
          {others.length > 0 ? (
            <ul>
              {others.slice(0, 3).map(({ code, title }) => (
                <li key={code}>{title}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <div className="desk-left" aria-hidden="true">
        <i style={{ animationDuration: `${seconds}s` }} />
      </div>
    </div>
  );
}

function planLine({ plan_name, visits_this_month }: CheckInAnswer): string {
  const visit = visits_this_month === 1 ? "first visit this month" : `visit ${visits_this_month} this month`;
  return plan_name ? `${plan_name}, ${visit}` : visit.replace(/^\w/, (letter) => letter.toUpperCase());
}
