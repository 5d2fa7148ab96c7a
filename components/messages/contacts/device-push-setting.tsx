"use client";

import { BellRing } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { api } from "@/lib/client/api";
import { registerDevice, removeDevice } from "@/lib/client/endpoints/messages";
import type { Output } from "@/lib/contracts/contract";
import type { listDevices } from "@/lib/contracts/messages/devices";
import { usePushRegistration } from "./push-registration";

interface DevicePushSettingProps {
  organization: string;
  web_push: NonNullable<Output<typeof listDevices>["web_push"]>;
}

/** Turns push notifications on or off on this device. */
export function DevicePushSetting({ organization, web_push }: DevicePushSettingProps) {
  const router = useRouter();
  const { state, has_failed, turnOn, turnOff } = usePushRegistration({
    web_push,
    organization,
    register: async (device) => {
      const registered = await api(registerDevice, device, { organization });
      router.refresh();
      return registered;
    },
    remove: async (id) => {
      await api(removeDevice, { id }, { organization });
      router.refresh();
    },
  });
  if (state === "unsupported") {
    return (
      <p className="text-14 text-ink-3">
        This browser does not support push notifications. On an iPhone, add this page to the home screen and open it
        from there.
      </p>
    );
  }
  if (state === "denied") {
    return (
      <Callout tone="warn" title="Notifications are blocked">
        Allow notifications for this site in the browser settings, then reload this page.
      </Callout>
    );
  }
  const isOn = state === "on";
  return (
    <div className="flex flex-col gap-3">
      {has_failed ? (
        <Callout tone="bad" role="alert">
          The setting could not be changed. Check the connection and try again.
        </Callout>
      ) : null}
      <Button
        size="touch"
        full
        busy={state === "working"}
        icon={<BellRing aria-hidden="true" />}
        onClick={isOn ? turnOff : turnOn}
      >
        {isOn ? "Turn off on this device" : "Turn on on this device"}
      </Button>
    </div>
  );
}
