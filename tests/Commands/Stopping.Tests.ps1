BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $endless = { $i = 0; while ($true) { @{ Name = "A$(($i++))" } } }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Stopping early' {
    BeforeEach { Reset-TestOrg }

    Context 'By other ways' {
        It 'CtrlCIn<Cmdlet>_EndsWithinASecond' -ForEach @(
            @{ Cmdlet = 'Get-SfRecord'; Path = 'composite/sobjects'; Script = { Get-SfRecord 001gL0000000001QAA -ObjectType Account } }
            @{ Cmdlet = 'Find-SfRecord'; Path = '/search'; Script = { Find-SfRecord Acme } }
            @{ Cmdlet = 'Invoke-SfApi'; Path = '/limits'; Script = { Invoke-SfApi limits -OutFile $file -Session $session } }
            @{ Cmdlet = 'Add-SfAttachment'; Path = '/sobjects'; Script = { Add-SfAttachment -Content ([byte[]] 1) -Name x -Session $session } }
            @{ Cmdlet = 'Save-SfAttachment'; Path = '/services/data'; Script = { Save-SfAttachment 068gL0000000001QAA -Destination (Split-Path $file) -Session $session } }
        ) {
            Clear-OrgRequest
            Set-OrgFault @{ match = $Path; status = 503; retryAfter = 60; count = 9 }
            $variables = @{ file = Join-Path $TestDrive 'limits.json'; session = Get-SfSession }

            $stopped = Stop-Midway $Script -When { @(Get-OrgRequest).path -match $Path } -Variables $variables

            $stopped.State | Should -Be Stopped
            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            Get-ChildItem $TestDrive -Filter 'limits.json*' | Should -BeNullOrEmpty
        }
    }

    Context 'Writing' {
        It 'SelectFirst_EndsThePipeline' {
            & $endless | New-SfRecord Account -BatchSize 10 | Select-Object -First 3 | Should -HaveCount 3

            # A request may have been under way when the pipeline ended: the org ends it by itself, and no other follows.
            Wait-Until { (Invoke-SfQuery 'SELECT COUNT() FROM Account') -eq 10 * (Get-OrgWrite).Count }
            $count = (Get-OrgWrite).Count
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be (10 * $count)
            Get-OrgWrite | Should -HaveCount $count
        }

        It 'DownstreamThrow_EndsThePipeline' {
            { & $endless | New-SfRecord Account -BatchSize 10 | ForEach-Object { throw 'enough' } } | Should -Throw enough
        }

        It 'UpstreamThrow_EndsThePipeline' {
            { & { @{ Name = 'a' }; throw 'source is gone' } | New-SfRecord Account } | Should -Throw 'source is gone'

            New-SfRecord Account @{ Name = 'b' } | Should -HaveCount 1
        }

        It 'CtrlC_EndsWithinASecondAndLeavesNothingBehind' {
            $script = { $i = 0; & { while ($true) { @{ Name = "A$(($i++))" } } } | New-SfRecord Account -BatchSize 10 }

            $stopped = Stop-Midway $script -When { (Get-OrgWrite).Count -ge 2 }

            $stopped.State | Should -Be Stopped
            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            $sent = (Get-OrgWrite).Count
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -BeGreaterOrEqual 20
            Get-OrgWrite | Should -HaveCount $sent
        }

        It 'CtrlCWhileTheOrgIsSilent_EndsWithinASecond' {
            Set-OrgFault @{ match = 'create'; delayMs = 60000 }
            $variables = @{ started = [Threading.ManualResetEventSlim]::new() }
            $script = { & { @{ Name = 'a' }; $started.Set() } | New-SfRecord Account -BatchSize 1 }

            $stopped = Stop-Midway $script -When { $variables.started.IsSet } -Variables $variables

            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 0
        }

        It 'CtrlCWhileWaitingForARetry_EndsWithinASecond' {
            Set-OrgFault @{ match = 'create'; status = 503; retryAfter = 60; count = 9 }

            $stopped = Stop-Midway { New-SfRecord Account @{ Name = 'a' } } -When { Get-OrgWrite }

            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            Get-OrgWrite | Should -HaveCount 1
        }
    }

    Context 'Querying' {
        BeforeEach {
            1..600 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account | Out-Null
            Clear-OrgRequest
        }

        It 'SelectFirst_DoesNotFetchTheRest' {
            Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200 | Select-Object -First 5 | Should -HaveCount 5

            (Get-OrgRequest | Where-Object path -Like '*/query*').Count | Should -BeLessThan 3
        }

        It 'DownstreamThrow_EndsThePipeline' {
            { Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200 | ForEach-Object { throw 'enough' } } | Should -Throw enough

            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 600
        }

        It 'Break_LeavesTheLoop' {
            foreach ($once in 1) { Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200 | ForEach-Object { break } }

            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 600
        }

        It 'CtrlCWhileAPageIsAwaited_EndsWithinASecond' {
            $variables = @{ seen = [Collections.Concurrent.ConcurrentQueue[object]]::new() }
            Set-OrgFault @{ match = '/query/'; delayMs = 60000 }
            $script = { Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200 | ForEach-Object { $seen.Enqueue($_) } }

            $stopped = Stop-Midway $script -When { $variables.seen.Count -eq 200 } -Variables $variables

            $stopped.State | Should -Be Stopped
            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            $variables.seen.Count | Should -Be 200
        }
    }

    Context 'Connecting' {
        It 'CtrlCWhileSigningIn_EndsWithinASecond' {
            Set-OrgFault @{ match = '/services/oauth2/token'; status = 503; retryAfter = 60 }

            $stopped = Stop-Midway { $org | Connect-Sf } -When { Get-OrgRequest } -Variables @{ org = $org }

            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
        }
    }
}
