"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { QrCode } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { createPaymentLink, readPaymentLink } from "@/lib/client/endpoints/payment-links";

interface PayByCodeProps {
  organization: string;
  invoice: { id: string; number: string };
  /** Such as "$89.00". */
  amount: string;
  onPaid: () => void;
}

/** Milliseconds between two looks at whether it is paid. */
const pollEvery = 3_000;

/** For a payer at the desk: the link to pay as a code, which the payer's own phone opens. */
export function PayByCode({ organization, invoice, amount, onPaid }: PayByCodeProps) {
  const link = useMutation({
    mutationFn: async () => {
      const { qrDataUrl } = await import("@/components/members/qr-data-url");
      const { url } = await api(createPaymentLink, { id: invoice.id, valid_days: 1 }, { organization });
      return { token: url.split("/pay/")[1] ?? "", picture: await qrDataUrl(url) };
    },
  });
  const token = link.data?.token;
  const bill = useQuery({
    queryKey: ["payment-link", token],
    queryFn: () => api(readPaymentLink, { token: token ?? "" }),
    enabled: token !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === "paid" ? false : pollEvery),
  });
  const status = bill.data?.status;
  const tell = useEffectEvent(onPaid);
  useEffect(() => {
    if (status === "paid") tell();
  }, [status]);
  if (!link.data) {
    return (
      <div>
        <FormError message={link.error?.message} />
        <Button icon={<QrCode aria-hidden="true" />} busy={link.isPending} onClick={() => link.mutate()}>
          Show a code to pay by phone
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-4">
      {/* biome-ignore lint/performance/noImgElement: a drawing that is made here */}
      <img src={link.data.picture} alt={`QR code to pay ${invoice.number}`} width={168} height={168} />
      <p role="status" className="max-w-[28ch] text-ink-2">
        {status === "processing"
          ? `${amount} is on its way. The bank may need some days.`
          : `The payer scans this code and pays ${amount} on the phone. It works for a day.`}
      </p>
    </div>
  );
}
