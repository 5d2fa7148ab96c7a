"use client";

import { memo } from "react";
import { TextLink } from "@/components/ui/controls/text-link";
import type { OwnPasses } from "./pass-at";
import { PassRing } from "./pass-ring";
import { QrCode } from "./qr-code";
import { useOwnPass } from "./use-own-pass";
import { useWakeLock } from "./use-wake-lock";

const MemoQrCode = memo(QrCode);

/** The QR code of the pass with a countdown ring and a status line. */
export function PassCode({ organization, initial }: { organization: string; initial: OwnPasses }) {
  const { shown, is_offline, is_signed_out } = useOwnPass(organization, initial);
  useWakeLock(shown !== null);
  return (
    <>
      <div className="relative mx-auto mt-5 grid size-[236px] place-items-center">
        {shown ? (
          <>
            <PassRing key={shown.pass.text} share_left={shown.share_left} />
            <div className="size-[216px] rounded-[16px] bg-white p-[18px]">
              <MemoQrCode text={shown.pass.text} label="Entry code" className="block size-full" />
            </div>
          </>
        ) : (
          <div
            data-theme="light"
            className="grid size-[216px] place-items-center rounded-[16px] bg-white p-6 text-center text-14"
          >
            {is_offline ? "Your codes expired while you were offline. Connect to get new ones." : "Loading a new code…"}
          </div>
        )}
      </div>
      <p className="mt-2.5 text-center text-13">
        {is_signed_out ? (
          <>
            Your session has ended.{" "}
            <TextLink href={`/sign-in?next=/me/${organization}`} className="text-current underline">
              Sign in
            </TextLink>{" "}
            for new codes.
          </>
        ) : shown ? (
          statusText(shown.seconds_left, shown.ahead, is_offline)
        ) : null}
      </p>
    </>
  );
}

function statusText(seconds_left: number, ahead: number, is_offline: boolean): string {
  if (!is_offline) return `New code in ${seconds_left} s. Works offline.`;
  const minutes = Math.ceil(ahead / 2);
  return minutes === 0
    ? `Offline. This code is valid for ${seconds_left} s.`
    : `Offline. New code in ${seconds_left} s, for another ${minutes} min.`;
}
