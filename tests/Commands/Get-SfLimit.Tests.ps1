BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg -DailyApiLimit 200
}

AfterAll { Stop-SfEmulator $org }

Describe 'Get-SfLimit' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
    }

    It 'DailyApiCalls_ComeFirst' {
        $limits = Get-SfLimit

        $limits[0].Name, $limits[0].Maximum | Should -Be 'DailyApiRequests', 200
        $limits.Name | Select-Object -Skip 1 | Should -Be ($limits.Name | Select-Object -Skip 1 | Sort-Object)
    }

    It 'Figures_AddUp' {
        1..10 | ForEach-Object { $null = Invoke-SfQuery 'SELECT COUNT() FROM User' }

        $limit = Get-SfLimit DailyApiRequests

        $limit.Used + $limit.Remaining | Should -Be 200
        $limit.Used | Should -BeGreaterOrEqual 11
        $limit.PercentUsed | Should -Be ($limit.Used / 2)
    }

    It 'Names_AreTakenWithWildcards' {
        (Get-SfLimit dailybulk*, DataStorageMB).Name | Should -Contain 'DailyBulkApiBatches'
        (Get-SfLimit dailybulk*, DataStorageMB).Name | Should -Contain 'DataStorageMB'
        Get-SfLimit nothing* | Should -BeNullOrEmpty
    }

    It 'NameThatIsNone_IsAnError' {
        Get-SfLimit DailyApi, DataStorageMB -ErrorAction SilentlyContinue -ErrorVariable bad | Should -HaveCount 1

        $bad[0].FullyQualifiedErrorId | Should -Be 'LimitNotFound,SalesforcePS.Commands.GetSfLimitCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', 'DailyApi'
    }
}
