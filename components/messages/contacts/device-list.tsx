"use client";

import { useMutation } from "@tanstack/react-query";
import { Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Row, RowList } from "@/components/ui/data/row-list";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeDevice } from "@/lib/client/endpoints/messages";
import { formatDay, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listDevices } from "@/lib/contracts/messages/devices";
import { dayAt } from "@/lib/values/calendar-day";

interface DeviceListProps {
  organization: string;
  devices: Output<typeof listDevices>["data"];
  localeContext: LocaleContext;
}

export function DeviceList({ organization, devices, localeContext }: DeviceListProps) {
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: (id: string) => api(removeDevice, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "Device removed" });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <RowList label="Devices">
      {devices.map(({ id, label, seen_at }) => (
        <Row
          key={id}
          lead={<Smartphone aria-hidden="true" className="text-ink-3" />}
          title={label}
          subtitle={`Last seen ${lowercaseRelativeDay(formatDay(dayAt(seen_at, localeContext.time_zone), localeContext))}`}
          end={
            <Button
              size="touch"
              variant="quiet"
              className="ml-auto"
              aria-label={`Remove ${label}`}
              busy={remove.isPending && remove.variables === id}
              onClick={() => remove.mutate(id)}
            >
              Remove
            </Button>
          }
        />
      ))}
    </RowList>
  );
}
