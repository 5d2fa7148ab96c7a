"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { connectGateway, updateGateway } from "@/lib/client/endpoints/payment-gateways";
import { WhatStays } from "./disconnect-button";
import type { Gateway, GatewayChoice } from "./gateway";

interface GatewaySheetProps {
  organization: string;
  choices: readonly GatewayChoice[];
  /** The gateway whose keys change. Null: a new one is connected. */
  gateway: Gateway | null;
  /** Of a new one: the legal entity, or null for all of them, and what it replaces. */
  connecting: { legal_entity_id: string | null; title: string; replaced: string | null } | null;
  closeHref: string;
}

type Values = { vendor: Gateway["vendor"]; fields: Record<string, string> };

/** The fields of the chosen vendor. A stored secret stays unless a new one is entered, or another account is. */
export function GatewaySheet({ organization, choices, gateway, connecting, closeHref }: GatewaySheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<Values>({
    defaultValues: { vendor: gateway?.vendor ?? "stripe", fields: { ...gateway?.settings } },
  });
  const { vendor, fields } = form.watch();
  const choice = choices.find((one) => one.vendor === vendor);
  // A14: another public key is another account, so that the server asks for its secrets again.
  const isMoved = Object.entries(gateway?.settings ?? {}).some(([name, value]) => value !== fields[name]?.trim());
  const save = useMutation({
    mutationFn: (values: Values) => {
      const typed = (choice?.fields ?? []).flatMap(({ name, is_secret }) => {
        const value = (values.fields[name] ?? "").trim();
        return value === "" ? [] : [{ name, is_secret, value }];
      });
      const of = (secret: boolean) =>
        Object.fromEntries(typed.filter((one) => one.is_secret === secret).map(({ name, value }) => [name, value]));
      const keys = { settings: of(false), secrets: of(true) };
      return gateway
        ? api(updateGateway, { id: gateway.id, ...keys }, { organization, if_match: gateway.version })
        : api(
            connectGateway,
            { vendor: values.vendor, legal_entity_id: connecting?.legal_entity_id ?? null, ...keys },
            { organization },
          );
    },
    onSuccess: () => {
      toast.show({
        tone: "good",
        message: `${choice?.label} is connected${vendor === "sandbox" ? "" : ". Test the keys now"}`,
      });
      router.push(closeHref, { scroll: false });
      router.refresh();
    },
    onError: (error) => {
      const rejected = error instanceof ApiError ? error.errors : [];
      const known = rejected.flatMap(({ field, message }) => {
        const name = field.replace(/^(settings|secrets)\./, "");
        return choice?.fields.some((one) => one.name === name) ? [{ name, message }] : [];
      });
      known.forEach(({ name, message }, index) => {
        form.setError(`fields.${name}`, { message }, { shouldFocus: index === 0 });
      });
      if (known.length === 0) form.setError("root", { message: rejected[0]?.message ?? error.message });
    },
  });
  return (
    <SheetDialog
      size="md"
      title={gateway ? `Keys of ${choice?.label}` : `Connect a gateway: ${connecting?.title}`}
      closeHref={closeHref}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      footer={
        <>
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            {gateway ? "Save keys" : `Connect ${choice?.label ?? ""}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={form.formState.errors.root?.message} />
        {connecting?.replaced ? (
          <Callout tone="warn" title={`It replaces ${connecting.replaced} for new payments`}>
            <WhatStays label={connecting.replaced} />
          </Callout>
        ) : null}
        {gateway ? null : (
          <RadioGroup
            label="Gateway"
            name="vendor"
            options={choices.map(({ vendor: value, label }) => ({
              value,
              label,
              ...(value === "sandbox" && { hint: "Plays a vendor for trying out. No money moves" }),
            }))}
            inputProps={form.register("vendor")}
          />
        )}
        {choice?.fields.map(({ name, label, is_secret, is_required }) => {
          const isStored = gateway?.secrets.includes(name) === true;
          const isKept = isStored && !isMoved;
          const inputProps = form.register(`fields.${name}`, {
            ...(is_required && !isKept && { required: `Enter the ${label.toLowerCase()}` }),
          });
          return (
            <Field
              key={`${vendor} ${name}`}
              label={label}
              optional={!is_required}
              hint={
                isKept
                  ? "Stored. Leave empty to keep it"
                  : isStored
                    ? "Enter it again, because the account has changed"
                    : undefined
              }
              error={form.formState.errors.fields?.[name]?.message}
            >
              {is_secret ? (
                <PasswordInput autoComplete="off" placeholder={isKept ? "••••••••" : undefined} {...inputProps} />
              ) : (
                <Input autoComplete="off" spellCheck={false} {...inputProps} />
              )}
            </Field>
          );
        })}
      </div>
    </SheetDialog>
  );
}
