"use client";

import { useEffect, useState } from "react";
import { type Theme, themeFrom } from "@/components/layout/theme";
import { rememberTheme } from "@/components/layout/theme-choice";
import { Segmented } from "@/components/ui/controls/segmented";

const options = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "System" },
];

export function ThemeSetting() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(themeFrom(document.documentElement.dataset.theme)), []);
  const choose = (value: string) => {
    rememberTheme(themeFrom(value));
    setTheme(themeFrom(value));
  };
  return (
    <Segmented
      className="[&>label]:min-h-11"
      label="Appearance"
      options={options}
      value={theme}
      onValueChange={choose}
    />
  );
}
