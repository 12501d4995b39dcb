/** Which types implement an interface: caches need it to tell whether a fragment applies. */
export const possibleTypes = {
  "SafetyAnswer": [
    "SafetyVisibilitySetting",
    "SafetyAudienceSetting",
    "SafetyContentLevelSetting",
    "SafetySwitchSetting",
    "SafetyScreenTimeSetting",
    "SafetyQuietHoursSetting",
    "SafetyFeatureDecision"
  ],
  "SafetySetting": [
    "SafetyVisibilitySetting",
    "SafetyAudienceSetting",
    "SafetyContentLevelSetting",
    "SafetySwitchSetting",
    "SafetyScreenTimeSetting",
    "SafetyQuietHoursSetting"
  ]
};

/** Types without an `id`: parts of the object that holds them, never shared. */
export const embedded = [
  "SafetyOption",
  "SafetyUnlock",
  "SafetyUnlockStep",
  "SafetyCitation",
  "SafetyBinding",
  "SafetyDailyWindow",
  "SafetyFeatureLimit",
  "SafetyPolicyTable",
  "SafetyPolicyRow",
  "SafetyPolicyCell"
] as const;
