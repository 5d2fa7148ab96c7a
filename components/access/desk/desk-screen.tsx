"use client";

import { useEffect, useState } from "react";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { formatTime } from "@/lib/client/format";
import { CameraOff, CameraView } from "./camera-view";
import type { CheckInAttempt, DeskContext, DeskInitialData, DeskRights, EntryResult, Scan } from "./desk-types";
import { EntryResultScreen } from "./entry-result-screen";
import { OccupancyPanel } from "./occupancy-panel";
import { OfflineBanner } from "./offline-banner";
import { ReasonDialog } from "./reason-dialog";
import { RecentCheckIns } from "./recent-check-ins";
import { ScanField } from "./scan-field";
import { play } from "./sounds";
import { useCheckIn } from "./use-check-in";
import { useDeskKeys } from "./use-desk-keys";
import { useFeed } from "./use-feed";
import { usePreferences } from "./use-preferences";
import { useVisitActions } from "./use-visit-actions";
import { VisitDialog } from "./visit-dialog";

interface DeskScreenProps {
  context: DeskContext;
  may: DeskRights;
  initial: DeskInitialData;
  onResult: (kind: EntryResult["kind"] | null) => void;
  onConnection: (isOnline: boolean) => void;
}

/** Our codes are shorter. Longer input is cut off. */
const maxCodeLength = 400;

const undoReasons = ["Wrong member", "Scanned by mistake", "Did not enter"];
const overrideReasons = ["Pays today", "Identity confirmed", "Approved by manager"];

/** The desk below its header: scanning, entry results and recent check-ins. */
export function DeskScreen({ context, may, initial, onResult, onConnection }: DeskScreenProps) {
  const [preferences, change] = usePreferences();
  const [unrecorded, setUnrecorded] = useState<readonly CheckInAttempt[]>([]);
  const [opened, setOpened] = useState<Scan | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const [isOverriding, setIsOverriding] = useState(false);
  const { slug, locale } = context.organization;
  const timeOf = (instant: string) => formatTime(instant, { locale, time_zone: context.location.time_zone });

  const feed = useFeed(context, initial);
  const actions = useVisitActions(slug, feed.setScan);
  const desk = useCheckIn(context, (result) => {
    if (preferences.has_sound) play(result.kind);
    if (result.kind === "admitted") {
      feed.setInside(result.answer.occupancy);
      feed.setScan(result.answer);
    }
    setUnrecorded((before) => {
      const others = before.filter(({ key }) => key !== result.attempt.key);
      return result.kind === "not_recorded" ? [...others, result.attempt] : others;
    });
  });
  const { result } = desk;
  const isOnline = feed.downSince === null;

  useEffect(() => onResult(result?.kind ?? null), [result, onResult]);
  useEffect(() => onConnection(isOnline), [isOnline, onConnection]);

  const override =
    result?.kind === "denied" && result.refusal.is_overridable && may.override ? () => setIsOverriding(true) : null;
  const undoVisit =
    result?.kind === "admitted" && !result.answer.repeated && may.undo ? () => setUndoing(result.answer.id) : null;
  const retry = result?.kind === "not_recorded" ? () => desk.retry(result.attempt) : null;
  const primaryAction = override ?? retry;

  const switchSound = () => change({ has_sound: !preferences.has_sound });

  useDeskKeys({
    ...(primaryAction ? { F2: primaryAction } : {}),
    ...(undoVisit ? { F4: undoVisit } : {}),
    ...(result ? { Escape: desk.close } : {}),
    F8: switchSound,
  });

  return (
    <>
      <OfflineBanner
        since={feed.downSince === null ? null : timeOf(new Date(feed.downSince).toISOString())}
        unrecorded={unrecorded.map((attempt) => timeOf(attempt.at))}
        onRetry={feed.refresh}
        onDismiss={() => setUnrecorded([])}
      />
      <div className="desk-grid">
        <div className="desk-side">
          {preferences.camera === "off" ? (
            <CameraOff />
          ) : (
            <CameraView
              facing={preferences.camera}
              onCode={(code) => desk.scan({ code: code.slice(0, maxCodeLength) })}
            />
          )}
          <ScanField
            organization={slug}
            onCode={(code) => desk.scan({ code: code.slice(0, maxCodeLength) })}
            onMember={(member_id) => desk.scan({ member_id })}
            onCheckOut={actions.checkOutMember}
            onTyping={desk.close}
          />
        </div>
        <div className="desk-news">
          <OccupancyPanel occupancy={feed.occupancy} locale={locale} isStale={!isOnline} />
          <RecentCheckIns scans={feed.scans} context={context} as_of={feed.occupancy.at} onOpen={setOpened} />
          <p className="desk-keys" aria-hidden="true">
            <span>
              <KeyCap>Tab</KeyCap> Recent check-ins
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
      <EntryResultScreen
        result={result}
        context={context}
        facesMembers={preferences.faces_members}
        canOpenMembers={may.read_members}
        isBusy={desk.isBusy}
        isPinned={undoing !== null || isOverriding}
        onOverride={override}
        onUndo={undoVisit}
        onRetry={retry}
        onClose={desk.close}
      />
      {opened ? (
        <VisitDialog
          scan={opened}
          context={context}
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
          title="Undo check-in"
          suggestions={undoReasons}
          submitLabel="Undo check-in"
          onReason={(reason) => {
            actions.undo(undoing, reason);
            desk.close();
          }}
          onClose={() => setUndoing(null)}
        />
      ) : null}
      {isOverriding && result?.kind === "denied" ? (
        <ReasonDialog
          title="Let in once"
          suggestions={overrideReasons}
          submitLabel="Let in once"
          onReason={(reason) => desk.override(result.attempt, reason)}
          onClose={() => setIsOverriding(false)}
        >
          <p>{result.refusal.title}. Your reason is recorded with your name.</p>
        </ReasonDialog>
      ) : null}
    </>
  );
}
