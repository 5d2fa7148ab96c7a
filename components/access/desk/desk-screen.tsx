"use client";

import { useEffect, useState } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { formatTime } from "@/lib/client/format";
import { CameraOff, CameraView } from "./camera-view";
import type { Attempt, DeskPlace, DeskRights, DeskStart, Scan, Verdict } from "./desk-types";
import { LastVisits } from "./last-visits";
import { OccupancyPanel } from "./occupancy-panel";
import { OfflineBanner } from "./offline-banner";
import { ReasonDialog } from "./reason-dialog";
import { ScanField } from "./scan-field";
import { play } from "./sounds";
import { useCheckIn } from "./use-check-in";
import { useDeskKeys } from "./use-desk-keys";
import { useFeed } from "./use-feed";
import { usePreferences } from "./use-preferences";
import { useVisitActions } from "./use-visit-actions";
import { VerdictScreen } from "./verdict-screen";
import { VisitDialog } from "./visit-dialog";

interface DeskScreenProps {
  place: DeskPlace;
  may: DeskRights;
  start: DeskStart;
  onVerdict: (kind: Verdict["kind"] | null) => void;
  onConnection: (isOnline: boolean) => void;
}

/** Whatever else a code holds, it is none of ours. */
const longestCode = 400;

const undoReasons = ["Wrong person", "Scanned by mistake", "Did not come in"];
const letInReasons = ["Pays today", "Known to me", "Agreed with the manager"];

/** Everything below the head of the desk: scanning, verdicts, and who came. */
export function DeskScreen({ place, may, start, onVerdict, onConnection }: DeskScreenProps) {
  const [preferences, change] = usePreferences();
  const [missed, setMissed] = useState<readonly Attempt[]>([]);
  const [opened, setOpened] = useState<Scan | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const [isLettingIn, setIsLettingIn] = useState(false);
  const { slug, locale } = place.organization;
  const at = (instant: string) => formatTime(instant, { locale, time_zone: place.location.time_zone });

  const feed = useFeed(place, start);
  const actions = useVisitActions(slug, feed.setScan);
  const desk = useCheckIn(place, (verdict) => {
    if (preferences.has_sound) play(verdict.kind);
    if (verdict.kind === "come_in") {
      feed.setInside(verdict.answer.occupancy);
      feed.setScan(verdict.answer);
    }
    setMissed((before) => {
      const others = before.filter(({ key }) => key !== verdict.attempt.key);
      return verdict.kind === "not_recorded" ? [...others, verdict.attempt] : others;
    });
  });
  const { verdict } = desk;
  const isOnline = feed.downSince === null;

  useEffect(() => onVerdict(verdict?.kind ?? null), [verdict, onVerdict]);
  useEffect(() => onConnection(isOnline), [isOnline, onConnection]);

  const letIn =
    verdict?.kind === "please_wait" && verdict.refusal.is_overridable && may.override
      ? () => setIsLettingIn(true)
      : null;
  const undoVisit =
    verdict?.kind === "come_in" && !verdict.answer.repeated && may.undo ? () => setUndoing(verdict.answer.id) : null;
  const repeat = verdict?.kind === "not_recorded" ? () => desk.repeat(verdict.attempt) : null;
  const forward = letIn ?? repeat;

  const switchSound = () => change({ has_sound: !preferences.has_sound });

  useDeskKeys({
    ...(forward ? { F2: forward } : {}),
    ...(undoVisit ? { F4: undoVisit } : {}),
    ...(verdict ? { Escape: desk.close } : {}),
    F8: switchSound,
  });

  return (
    <>
      <OfflineBanner
        since={feed.downSince === null ? null : at(new Date(feed.downSince).toISOString())}
        missed={missed.map((attempt) => at(attempt.at))}
        onTry={feed.refresh}
        onForget={() => setMissed([])}
      />
      <div className="desk-grid">
        <div className="desk-side">
          {preferences.camera === "off" ? (
            <CameraOff />
          ) : (
            <CameraView
              facing={preferences.camera}
              onCode={(code) => desk.scan({ code: code.slice(0, longestCode) })}
            />
          )}
          <ScanField
            organization={slug}
            onCode={(code) => desk.scan({ code: code.slice(0, longestCode) })}
            onMember={(member_id) => desk.scan({ member_id })}
            onCheckOut={actions.checkOutMember}
            onTyping={desk.close}
          />
        </div>
        <div className="desk-news">
          <OccupancyPanel occupancy={feed.occupancy} locale={locale} isStale={!isOnline} />
          <LastVisits scans={feed.scans} place={place} as_of={feed.occupancy.at} onOpen={setOpened} />
          <p className="desk-keys" aria-hidden="true">
            <span>
              <KeyCap>Tab</KeyCap> Last visits
            </span>
            <span>
              <KeyCap>F8</KeyCap> {preferences.has_sound ? "Sound off" : "Sound on"}
            </span>
            <span>
              <KeyCap>Esc</KeyCap> Clear
            </span>
          </p>
        </div>
      </div>
      <VerdictScreen
        verdict={verdict}
        place={place}
        facesMembers={preferences.faces_members}
        canOpenMembers={may.read_members}
        isBusy={desk.isBusy}
        isHeld={undoing !== null || isLettingIn}
        onLetIn={letIn}
        onUndo={undoVisit}
        onRepeat={repeat}
        onClose={desk.close}
      />
      {opened ? (
        <VisitDialog
          scan={opened}
          place={place}
          may={may}
          onCheckOut={() => {
            actions.checkOut(opened.id);
            setOpened(null);
          }}
          onUndo={() => {
            setUndoing(opened.id);
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      ) : null}
      {undoing ? (
        <ReasonDialog
          title="Why is the check-in undone?"
          suggestions={undoReasons}
          deed="Undo the check-in"
          onReason={(reason) => {
            actions.undo(undoing, reason);
            desk.close();
          }}
          onClose={() => setUndoing(null)}
        />
      ) : null}
      {isLettingIn && verdict?.kind === "please_wait" ? (
        <ReasonDialog
          title="Why are they let in?"
          suggestions={letInReasons}
          deed="Let in once"
          onReason={(reason) => desk.override(verdict.attempt, reason)}
          onClose={() => setIsLettingIn(false)}
        >
          <p>{verdict.refusal.title}. The reason stays on record with your name.</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
