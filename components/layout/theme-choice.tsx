"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { MenuCheck } from "@/components/ui/overlays/menu-parts";
import { type Theme, themeCookie, themeFrom } from "./theme";

const choices: { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
  { theme: "system", label: "System", icon: Monitor },
];

export function rememberTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const age = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it, and some browsers lack cookieStore
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${age}; samesite=lax`;
}

/** Three items of a Menu. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>();
  useEffect(() => setTheme(themeFrom(document.documentElement.dataset.theme)), []);
  return choices.map((choice) => (
    <MenuCheck
      key={choice.theme}
      kind="radio"
      checked={theme === choice.theme}
      icon={<choice.icon aria-hidden="true" />}
      onSelect={() => {
        rememberTheme(choice.theme);
        setTheme(choice.theme);
      }}
    >
      {choice.label}
    </MenuCheck>
  ));
}
