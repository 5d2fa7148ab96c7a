"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Switch } from "@/components/ui/controls/switch";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Input as InputOf } from "@/lib/client/endpoint";
import { updateSchedule } from "@/lib/client/endpoints/platform";
import { type Schedule, weekdayWords } from "./schedule";

interface ScheduleSettingsProps {
  organization: string;
  schedule: Schedule;
  name: string;
  mayChange: boolean;
}

type Change = Omit<InputOf<typeof updateSchedule>, "schedule">;

const weekdays = weekdayWords.map((label, index) => ({ value: String(index + 1), label: `Every ${label}` }));

/** The switch takes effect immediately. Day and time need to be saved. */
export function ScheduleSettings({ organization, schedule, name, mayChange }: ScheduleSettingsProps) {
  const router = useRouter();
  const toast = useToast();
  const { is_on, local_time, weekday, version } = schedule;
  const [time, setTime] = useState(local_time);
  const [day, setDay] = useState(weekday);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setTime(local_time);
    setDay(weekday);
  }, [local_time, weekday]);
  useEffect(() => {
    // Includes input from before hydration.
    const typed = fields.current?.querySelector<HTMLInputElement>("input[type=time]")?.value;
    const chosen = fields.current?.querySelector("select")?.value;
    if (typed) setTime(typed.slice(0, 5));
    if (chosen !== undefined) setDay(chosen === "" ? null : Number(chosen));
  }, []);
  const change = useMutation({
    mutationFn: (changes: Change) =>
      api(updateSchedule, { schedule: schedule.schedule, ...changes }, { organization, if_match: version }),
    onSuccess: (saved) => {
      toast.show({ tone: "good", message: saved.is_on ? `${name} saved` : `${name} switched off` });
      router.refresh();
    },
    onError: (error) => {
      toast.show({ tone: "bad", message: error.message });
      router.refresh();
    },
  });
  if (!mayChange) return <p className="text-ink-3">{scheduleText(schedule)}</p>;
  const isChanged = time !== local_time || day !== weekday;
  return (
    <div ref={fields} className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={`Days of ${name}`}
        className="w-auto"
        value={day === null ? "" : String(day)}
        placeholder="Every day"
        options={weekdays}
        disabled={!is_on}
        onChange={({ target }) => setDay(target.value === "" ? null : Number(target.value))}
      />
      <Input
        type="time"
        aria-label={`Time of ${name}`}
        className="w-28"
        value={time}
        disabled={!is_on}
        onChange={({ target }) => setTime(target.value.slice(0, 5))}
      />
      {isChanged ? (
        <Button
          variant="primary"
          busy={change.isPending}
          onClick={() => change.mutate({ local_time: time, weekday: day })}
        >
          Save
        </Button>
      ) : null}
      <Switch
        label={<span className="sr-only">{name}</span>}
        checked={is_on}
        disabled={change.isPending}
        onChange={({ target }) => change.mutate({ is_on: target.checked })}
      />
    </div>
  );
}

function scheduleText({ is_on, local_time, weekday }: Schedule): string {
  if (!is_on) return "Off";
  return weekday === null ? `Every day at ${local_time}` : `${weekdayWords[weekday - 1]} at ${local_time}`;
}
