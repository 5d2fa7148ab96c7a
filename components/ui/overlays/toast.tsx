"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "@/components/ui/controls/icon-button";

export interface ToastInput {
  message: ReactNode;
  tone?: "good" | "bad" | "plain";
  /** Such as undo, or a link to the record. */
  action?: { label: string; onAction: () => void };
  seconds?: number;
}

interface ToastEntry extends ToastInput {
  id: number;
}

const ToastContext = createContext<((toast: ToastInput) => void) | null>(null);

const icons = {
  good: <CircleCheck aria-hidden="true" />,
  bad: <CircleAlert aria-hidden="true" />,
  plain: <Info aria-hidden="true" />,
};

export function useToast() {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it.");
  return useMemo(() => ({ show }), [show]);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ToastEntry[]>([]);
  const nextId = useRef(0);
  const region = useRef<HTMLElement>(null);

  const show = useCallback((toast: ToastInput) => {
    nextId.current += 1;
    const entry = { ...toast, id: nextId.current };
    setToasts((current) => [...current.slice(-2), entry]);
  }, []);
  const dismiss = useCallback((id: number) => setToasts((current) => current.filter((toast) => toast.id !== id)), []);

  useEffect(() => {
    // Shows the popover again, so that it is above dialogs that were opened in the meantime.
    if (toasts.length > 0 && region.current?.matches(":popover-open")) region.current.hidePopover();
    region.current?.showPopover();
  }, [toasts.length]);

  return (
    <ToastContext.Provider value={show}>
      {children}
      <section ref={region} popover="manual" className="ui-toasts" aria-label="Notifications" aria-live="polite">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </section>
    </ToastContext.Provider>
  );
}

function Toast({ toast, onDismiss }: { toast: ToastEntry; onDismiss: (id: number) => void }) {
  const { id, message, tone = "plain", action, seconds = 10 } = toast;
  const [left, setLeft] = useState(seconds);
  const [isPaused, setIsPaused] = useState(false);

  useEffect(() => {
    if (isPaused) return;
    if (left <= 0) onDismiss(id);
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [isPaused, left, id, onDismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only pauses the timer
    <div
      className="ui-toast"
      onPointerEnter={() => setIsPaused(true)}
      onPointerLeave={() => setIsPaused(false)}
      onFocus={() => setIsPaused(true)}
      onBlur={() => setIsPaused(false)}
    >
      {icons[tone]}
      <span>{message}</span>
      {action ? (
        <button
          type="button"
          className="ui-button"
          data-variant="invert"
          data-size="sm"
          onClick={() => {
            action.onAction();
            onDismiss(id);
          }}
        >
          {action.label}
          <small aria-hidden="true">{left} s</small>
        </button>
      ) : (
        <IconButton
          label="Dismiss"
          icon={<X aria-hidden="true" />}
          variant="invert"
          data-bare=""
          size="sm"
          onClick={() => onDismiss(id)}
        />
      )}
    </div>
  );
}
