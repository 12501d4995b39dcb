import { isNeedless } from "../../../documentdb/provision/needless-packages.js";

test.each(["libgdal39", "libllvm19", "perl-base", "postgresql-client-18", "systemd"])("%s is left out", (name) => {
  expect(isNeedless(name)).toBe(true);
});

test.each(["libc6", "libgeos3.15.0", "libproj25", "libtiff6", "postgresql-18", "postgresql-18-documentdb"])(
  "%s is needed",
  (name) => {
    expect(isNeedless(name)).toBe(false);
  },
);
