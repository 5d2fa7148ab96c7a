"use client";

import { useRef } from "react";
import { type CameraState, type Facing, useCamera } from "./use-camera";

const texts: Record<CameraState, { title: string; hint: string | null }> = {
  starting: { title: "Starting the camera", hint: null },
  on: { title: "Hold your pass to the camera", hint: null },
  refused: {
    title: "Hold your pass to the scanner",
    hint: "Camera access is blocked. Allow it in the address bar of the browser, then reload the page.",
  },
  missing: {
    title: "Hold your pass to the scanner",
    hint: "No camera found. Use a barcode scanner or the search below.",
  },
};

interface CameraViewProps {
  facing: Facing;
  onCode: (text: string) => void;
}

/** The camera picture on the left side of the desk. */
export function CameraView({ facing, onCode }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const state = useCamera({ video, facing, onCode });
  return (
    <Viewfinder {...texts[state]} isOn={state === "on"}>
      <video
        ref={video}
        className="desk-video"
        data-facing={facing}
        data-on={state === "on" || undefined}
        muted
        playsInline
      />
    </Viewfinder>
  );
}

/** Shown while the camera is switched off. */
export function CameraOff() {
  return <Viewfinder title="Hold your pass to the scanner" hint={null} isOn={false} />;
}

interface ViewfinderProps {
  title: string;
  hint: string | null;
  isOn: boolean;
  children?: React.ReactNode;
}

function Viewfinder({ title, hint, isOn, children }: ViewfinderProps) {
  return (
    <div className="desk-camera" data-on={isOn || undefined}>
      {children}
      {["top left", "top right", "bottom left", "bottom right"].map((corner) => (
        <span key={corner} className="desk-corner" data-corner={corner} aria-hidden="true" />
      ))}
      {isOn ? null : (
        <svg className="desk-ghost" viewBox="0 0 200 200" fill="none" stroke="currentColor" aria-hidden="true">
          <rect x="62" y="26" width="76" height="148" rx="12" strokeWidth="2.5" />
          <rect x="76" y="70" width="48" height="48" rx="5" strokeWidth="2.5" />
          <path
            d="M84 78h12v12H84zM104 78h12v12h-12zM84 98h12v12H84zM104 98h5v5h-5zM111 105h5v5h-5zM92 38h16"
            strokeWidth="2"
          />
        </svg>
      )}
      <p>
        {title}
        {hint ? <small>{hint}</small> : null}
      </p>
    </div>
  );
}
