import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { ScheduleRun } from "./schedule";

const looks: Record<ScheduleRun["state"], { word: string; tone: BadgeTone; icon: ReactNode }> = {
  running: { word: "Running", tone: "note", icon: <Shape shape="half" /> },
  done: { word: "Done", tone: "good", icon: <Shape /> },
  failed: { word: "Failed", tone: "bad", icon: <TriangleAlert aria-hidden="true" /> },
};

export function RunState({ state }: { state: ScheduleRun["state"] }) {
  const { word, tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
