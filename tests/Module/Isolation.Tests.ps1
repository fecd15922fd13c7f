Describe 'Isolation' {
    BeforeAll {
        . "$PSScriptRoot/ChildPowerShell.ps1"
        $dependencies = Join-Path (Split-Path $env:SALESFORCEPS_MODULE) bin dependencies
        $handlers = '
            function Get-Handler {
                $default = [System.Runtime.Loader.AssemblyLoadContext]::Default
                $field = [System.Runtime.Loader.AssemblyLoadContext].GetField("_resolving", "Instance,NonPublic")
                $types = @($field.GetValue($default).GetInvocationList().Method.DeclaringType.FullName)
                @($types -like "SalesforcePS.*").Count
            }
        '
    }

    Context 'ForeignPollyLoadedFirst' {
        BeforeAll {
            # The same identity from another place is the clash that the runtime would settle in silence.
            $foreign = Copy-Item (Join-Path $dependencies Polly.Core.dll) (New-Item "$TestDrive/foreign" -ItemType Directory) -PassThru
            $before = "Add-Type -Path '$foreign'; Import-Module '$env:SALESFORCEPS_MODULE'"
            $after = '
                [AppDomain]::CurrentDomain.GetAssemblies() |
                    Where-Object { $_.GetName().Name -in "SalesforcePS", "SalesforcePS.Core", "Polly.Core" } |
                    ForEach-Object {
                        $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_)
                        "{0} | {1} | {2}" -f $_.GetName().Name, $context.Name, $_.Location
                    }
            '
            $apart = @(
                "Polly.Core | Default | $foreign"
                "Polly.Core | SalesforcePS | $(Join-Path $dependencies Polly.Core.dll)"
                "SalesforcePS | Default | $(Join-Path (Split-Path $dependencies) SalesforcePS.dll)"
                "SalesforcePS.Core | SalesforcePS | $(Join-Path $dependencies SalesforcePS.Core.dll)"
            )
        }

        It 'EngineAskedForByName_KeepsItsOwn' {
            $contexts = Invoke-ChildPowerShell "$before
                `$engine = [System.Reflection.Assembly]::Load('SalesforcePS.Core')
                `$null = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$engine).LoadFromAssemblyName('Polly.Core')
                $after"

            $contexts | Sort-Object | Should -Be $apart
        }

        It 'SignIn_KeepsItsOwn' {
            $contexts = Invoke-ChildPowerShell "$before; Start-SfEmulator | Connect-Sf; Stop-SfEmulator; $after"

            $contexts | Sort-Object | Should -Be $apart
        }
    }

    It 'ModuleAlone_DoesNotLoadTheEngine' {
        Invoke-ChildPowerShell "
            Import-Module '$env:SALESFORCEPS_MODULE'
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -contains 'SalesforcePS.Core'" | Should -Be 'False'
    }

    It 'OtherLibraries_AreNotOfferedToTheProcess' {
        Invoke-ChildPowerShell "
            Import-Module '$env:SALESFORCEPS_MODULE'
            try { [System.Reflection.Assembly]::Load('Polly.Core') } catch { `$_.Exception.InnerException.GetType().Name }" |
            Should -Be 'FileNotFoundException'
    }

    It 'ImportAndRemove_KeepAtMostOneHandler' {
        $counts = Invoke-ChildPowerShell "$handlers
            Import-Module '$env:SALESFORCEPS_MODULE'; Get-Handler
            Import-Module '$env:SALESFORCEPS_MODULE' -Force; Get-Handler
            Remove-Module SalesforcePS; Get-Handler
            Import-Module '$env:SALESFORCEPS_MODULE'; Get-Handler"

        $counts | Should -Be '1', '1', '0', '1'
    }

    It 'RemovedFromOneRunspace_StaysForTheOther' {
        $counts = Invoke-ChildPowerShell "$handlers
            Import-Module '$env:SALESFORCEPS_MODULE'
            1 | ForEach-Object -Parallel { Import-Module '$env:SALESFORCEPS_MODULE'; Remove-Module SalesforcePS }
            Get-Handler
            Remove-Module SalesforcePS; Get-Handler"

        $counts | Should -Be '1', '0'
    }
}
