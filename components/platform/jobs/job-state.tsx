import { Clock, Hourglass, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import { type JobState, type JobStep, jobStateLabels, stepStateLabels } from "./job";

type Look = { tone: BadgeTone; icon: ReactNode };

const waiting: Look = { tone: "note", icon: <Clock aria-hidden="true" /> };
const done: Look = { tone: "good", icon: <Shape /> };
const failed: Look = { tone: "bad", icon: <TriangleAlert aria-hidden="true" /> };

const runs: Record<JobState, Look> = {
  queued: waiting,
  running: { tone: "note", icon: <Shape shape="half" /> },
  completed: done,
  failed,
  cancelled: { tone: "outline", icon: <X aria-hidden="true" /> },
};

const steps: Record<JobStep["state"], Look> = {
  planned: { tone: "mute", icon: <Shape shape="ring" /> },
  waiting,
  failing: { tone: "warn", icon: <Hourglass aria-hidden="true" /> },
  completed: done,
  failed,
};

export function JobStateBadge({ state, size }: { state: JobState; size?: "md" | "lg" }) {
  return (
    <Badge {...runs[state]} size={size}>
      {jobStateLabels[state]}
    </Badge>
  );
}

export function StepStateBadge({ state }: { state: JobStep["state"] }) {
  return <Badge {...steps[state]}>{stepStateLabels[state]}</Badge>;
}
