package dev.jtorch.nn;

/** The hooks of one module that run when a state is taken or loaded. Modules without hooks have none of these. */
final class StateHooks {
  final HookList<StateDictPreHook> beforeTaking = new HookList<>();
  final HookList<StateDictHook> afterTaking = new HookList<>();
  final HookList<LoadStateDictPreHook> beforeLoading = new HookList<>();
  final HookList<LoadStateDictPostHook> afterLoading = new HookList<>();
}
