"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

export type Facing = "user" | "environment";
export type CameraState = "starting" | "on" | "refused" | "missing";

/** Ten frames per second: fast enough for a pass in motion, with moderate CPU load on a tablet. */
const scanIntervalMs = 100;
/** A code that stays in view is one scan. After this time out of view, it is a new scan. */
const sameCodeMs = 4_000;

interface CameraOptions {
  video: RefObject<HTMLVideoElement | null>;
  facing: Facing;
  onCode: (text: string) => void;
}

/** Shows the camera in `video` and reads codes from it. The decoder loads after the first frame. */
export function useCamera({ video, facing, onCode }: CameraOptions): CameraState {
  const [state, setState] = useState<CameraState>("starting");
  const report = useRef(onCode);
  report.current = onCode;

  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let last = { text: "", seen: 0 };

    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };

    const seen = (text: string) => {
      const now = performance.now();
      const isNew = text !== last.text || now - last.seen > sameCodeMs;
      last = { text, seen: now };
      if (isNew) report.current(text);
    };

    const scanFrame = async (readCode: (element: HTMLVideoElement) => Promise<string | null>) => {
      const element = video.current;
      if (element && element.readyState >= element.HAVE_CURRENT_DATA && !document.hidden) {
        const text = await readCode(element).catch(() => null);
        if (text && !isOver) seen(text);
      }
      if (!isOver) timer = setTimeout(() => void scanFrame(readCode), scanIntervalMs);
    };

    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: facing, width: { ideal: 1280 }, height: { ideal: 720 } },
        });
        if (isOver || !video.current) {
          stop();
          return;
        }
        video.current.srcObject = stream;
        await video.current.play();
        setState("on");
        const { readCode } = await import("./decoder");
        if (!isOver) void scanFrame(readCode);
      } catch (error) {
        if (!isOver) setState(isRefusal(error) ? "refused" : "missing");
      }
    };

    setState("starting");
    void start();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [video, facing]);

  return state;
}

const isRefusal = (error: unknown) => error instanceof DOMException && error.name === "NotAllowedError";
