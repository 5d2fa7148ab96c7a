import { afterEach } from "vitest";
import { type Env, env } from "@/lib/kernel/env";

const before = { ...env() };

afterEach(() => void Object.assign(env(), before));

/** Settings for the rest of this test. */
export const withSettings = (settings: Partial<Env>): void => void Object.assign(env(), settings);

export const publicUrl = "https://gym.example";
