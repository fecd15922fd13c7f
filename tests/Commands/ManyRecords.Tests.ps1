BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'A hundred thousand records' {
    BeforeEach { Reset-TestOrg }

    It '1In97RefusedAnd1In50EqualBy<Api>_EachHasItsOwnOutcome' -ForEach @(@{ Api = 'Bulk' }, @{ Api = 'Bulk1' }) {
        $tooLong = '1' * 41
        $inputs = foreach ($i in 1..100000) {
            [pscustomobject]@{ Name = $(if ($i % 50) { "Account $i" } else { 'Twin' }); Phone = $(if ($i % 97) { '1' } else { $tooLong }) }
        }

        $results = $inputs | New-SfRecord Account -Api $Api -ErrorVariable refused -ErrorAction SilentlyContinue

        $results.Count + $refused.Count | Should -Be 100000
        $refused.Count | Should -Be ([math]::Floor(100000 / 97))
        $names = @{}
        Invoke-SfQuery 'SELECT Id, Name FROM Account' -Api Bulk | ForEach-Object { $names[$_.Id] = $_.Name }
        $names.Count | Should -Be $results.Count
        $seen = [Collections.Generic.HashSet[object]]::new([Collections.Generic.ReferenceEqualityComparer]::Instance)
        $wrong = foreach ($result in $results) {
            if (-not $seen.Add($result.InputObject) -or $names[$result.Id] -cne $result.InputObject.Name -or $result.InputObject.Phone -ne '1') { $result }
        }
        $wrong | Should -BeNullOrEmpty
        $wrong = foreach ($record in $refused) {
            if (-not $seen.Add($record.TargetObject) -or $record.TargetObject.Phone -ne $tooLong -or $record.Exception.ErrorCode -ne 'STRING_TOO_LONG') { $record }
        }
        $wrong | Should -BeNullOrEmpty
        $seen.Count | Should -Be 100000
    }
}
