"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";

interface Tab {
  id: string;
  label: string;
  count?: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  defaultTab?: string;
  className?: string;
}

/** Tabs with local state, which a reload resets. Otherwise use TabLinks. */
export function Tabs({ label, tabs, defaultTab, className }: TabsProps) {
  const base = useId();
  const [current, setCurrent] = useState(defaultTab ?? tabs[0]?.id);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const index = tabs.findIndex((tab) => tab.id === current);
    const last = tabs.length - 1;
    const target = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    setCurrent(tab.id);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  }

  return (
    <>
      <div role="tablist" aria-label={label} className={classNames("ui-tabs", className)} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls={`${base}-${tab.id}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => setCurrent(tab.id)}
          >
            {tab.label}
            {tab.count === undefined ? null : <small>{tab.count}</small>}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${base}-${tab.id}-panel`}
          aria-labelledby={`${base}-${tab.id}`}
          hidden={tab.id !== current}
        >
          {tab.content}
        </div>
      ))}
    </>
  );
}
