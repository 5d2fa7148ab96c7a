"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/controls/icon-button";
import { useModal } from "./use-modal";

export interface SheetDialogProps {
  open?: boolean;
  /** Called on close. Alternatively closeHref, for a sheet with its own URL. */
  onClose?: () => void;
  closeHref?: string;
  title: ReactNode;
  /** Before the title, such as an avatar. */
  lead?: ReactNode;
  /** Grey text at the end of the header, such as "No charges until you confirm". */
  note?: ReactNode;
  children: ReactNode;
  /** The grey column, such as a preview. */
  aside?: ReactNode;
  footer?: ReactNode;
  size?: "md" | "lg";
  /** Makes the whole sheet a form, so that a button in the footer can submit it. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void;
  className?: string;
}

export function SheetDialog({ open = true, ...rest }: SheetDialogProps) {
  return open ? <OpenSheet {...rest} /> : null;
}

function OpenSheet(props: Omit<SheetDialogProps, "open">) {
  const { onClose, closeHref, title, lead, note, children, aside, footer, size = "lg", onSubmit, className } = props;
  const heading = useId();
  const router = useRouter();
  const close = () => {
    onClose?.();
    if (closeHref) router.push(closeHref, { scroll: false });
  };
  const modal = useModal(close);
  const content = (
    <>
      <header>
        {lead}
        <h2 id={heading} className="min-w-0 truncate">
          {title}
        </h2>
        <span className="ml-auto flex items-center gap-3 text-ink-3">
          {note ? <span className="max-md:hidden">{note}</span> : null}
          <IconButton label="Close" icon={<X aria-hidden="true" />} onClick={close} />
        </span>
      </header>
      <div className="ui-sheet-body">
        <div className="ui-sheet-main">{children}</div>
        {aside ? <aside>{aside}</aside> : null}
      </div>
      {footer ? <footer>{footer}</footer> : null}
    </>
  );
  return (
    <dialog {...modal} className={classNames("ui-sheet-dialog", className)} data-size={size} aria-labelledby={heading}>
      {onSubmit ? (
        <form onSubmit={onSubmit} noValidate className="contents">
          {content}
        </form>
      ) : (
        content
      )}
    </dialog>
  );
}
