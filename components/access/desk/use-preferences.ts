"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Facing } from "./use-camera";

/** Settings stored on this device. */
export type DeskPreferences = { has_sound: boolean; faces_members: boolean; camera: Facing | "off" };

const key = "fitflow.desk";
const defaults: DeskPreferences = { has_sound: true, faces_members: false, camera: "user" };
const listeners = new Set<() => void>();
let current: { text: string | null; value: DeskPreferences } = { text: null, value: defaults };

function read(): DeskPreferences {
  const text = localStorage.getItem(key);
  if (text !== current.text) current = { text, value: parse(text) };
  return current.value;
}

function parse(text: string | null): DeskPreferences {
  try {
    return { ...defaults, ...(text ? (JSON.parse(text) as Partial<DeskPreferences>) : {}) };
  } catch {
    return defaults;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): [DeskPreferences, (changed: Partial<DeskPreferences>) => void] {
  const preferences = useSyncExternalStore(subscribe, read, () => defaults);
  const change = useCallback((changed: Partial<DeskPreferences>) => {
    localStorage.setItem(key, JSON.stringify({ ...read(), ...changed }));
    for (const listener of listeners) listener();
  }, []);
  return [preferences, change];
}
