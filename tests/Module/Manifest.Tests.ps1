Describe 'Manifest' {
    BeforeAll {
        $module = Import-Module $env:SALESFORCEPS_MODULE -Force -PassThru
        $folder = Split-Path $env:SALESFORCEPS_MODULE
    }

    It 'Manifest_IsValid' {
        $manifest = Test-ModuleManifest $env:SALESFORCEPS_MODULE

        $manifest.Version | Should -Be (Split-Path $folder -Leaf)
        $manifest.PowerShellVersion | Should -Be '7.4'
    }

    It 'ExportedCommands_AreTheOnesOfTheManifest' {
        $manifest = Import-PowerShellDataFile $env:SALESFORCEPS_MODULE
        $declared = $manifest.CmdletsToExport + $manifest.AliasesToExport

        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($declared | Sort-Object)
    }

    It 'CmdletName_HasApprovedVerbAndSfNoun' {
        $verbs = (Get-Verb).Verb
        foreach ($cmdlet in $module.ExportedCmdlets.Values) {
            $cmdlet.Verb | Should -BeIn $verbs
            $cmdlet.Noun | Should -MatchExactly '^Sf'
        }
    }

    It 'Cmdlet_DeclaresItsOutput' {
        foreach ($cmdlet in $module.ExportedCmdlets.Values) {
            $cmdlet.OutputType | Should -Not -BeNullOrEmpty -Because "$cmdlet needs [OutputType]"
        }
    }

    It 'StagedModule_BringsNoPowerShellAssembly' {
        Get-ChildItem $folder -Recurse -Filter System.Management.Automation* | Should -BeNullOrEmpty
    }

    It 'ModuleFolder_HoldsTheModuleAssemblyAlone' {
        (Get-ChildItem "$folder/bin" -File).Name | Should -Be 'SalesforcePS.dll'
    }

    It 'StagedEmulator_BringsSqliteFor<_>' -ForEach 'linux-x64', 'linux-arm64', 'linux-musl-x64', 'osx-arm64', 'osx-x64', 'win-x64', 'win-arm64' {
        Get-ChildItem "$folder/bin/emulator/runtimes/$_/native" | Should -Not -BeNullOrEmpty
    }
}
