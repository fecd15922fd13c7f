BeforeAll {
    . "$PSScriptRoot/../Commands/TestOrg.ps1"
    $org = Start-TestOrg
    function Complete-Text([string] $Text) { (TabExpansion2 $Text $Text.Length).CompletionMatches.CompletionText }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Completion' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
    }

    It 'ObjectType_IsCompletedInSortedOrder' {
        Complete-Text 'New-SfRecord Camp' | Should -Be 'Campaign', 'CampaignMember'
    }

    It 'CustomObject_IsCompletedByAnyCase' {
        Complete-Text 'Set-SfRecord -Type inv' | Should -Be 'Invoice__c'
    }

    It 'QuoteThatIsOpen_IsKept' -ForEach @(
        @{ Text = "New-SfRecord 'Invo"; Result = "'Invoice__c'" }
        @{ Text = 'New-SfRecord "Invo'; Result = '"Invoice__c"' }
    ) {
        Complete-Text $Text | Should -Be $Result
    }

    It 'ExternalIdField_IsCompletedForItsObject' -ForEach @(
        @{ Text = 'Set-SfRecord Account -ExternalIdField K' }
        @{ Text = 'Set-SfRecord -ObjectType Account -ExternalIdField K' }
        @{ Text = '$x | Set-SfRecord -Type Account -ExternalIdField K' }
        @{ Text = "Set-SfRecord 'Account' -ExternalIdField k" }
    ) {
        Complete-Text $Text | Should -Be Key__c
    }

    It 'ExternalIdFieldWithoutObject_IsNotCompleted' {
        Complete-Text 'Set-SfRecord -ExternalIdField Ke' | Should -Not -Contain 'Key__c'
    }

    It 'Field_IsCompletedForItsObject' -ForEach @(
        @{ Text = 'Get-SfField Account -Name Founded'; Result = 'Founded__c' }
        @{ Text = 'Get-SfField Account Founded'; Result = 'Founded__c' }
        @{ Text = 'Get-SfRecord $x -ObjectType Account -Field founded'; Result = 'Founded__c' }
        @{ Text = 'Find-SfRecord x -ObjectType Account, Contact -Field Founded'; Result = 'Founded__c' }
        @{ Text = 'Get-SfObject Invo'; Result = 'Invoice__c' }
        @{ Text = 'Get-SfUpdatedRecord Invo'; Result = 'Invoice__c' }
        @{ Text = 'Find-SfRecord x -In Em'; Result = 'Email' }
    ) {
        Complete-Text $Text | Should -Be $Result
    }

    It 'Encoding_IsCompletedWithoutTheOrg' -ForEach @(
        @{ Text = 'Import-SfRecord x.csv Account -Operation Insert -Encoding big'; Result = 'bigendianunicode', 'bigendianutf32' }
        @{ Text = "Import-SfRecord x.csv Account -Operation Insert -Encoding 'WIN"; Result = "'windows-1252'" }
    ) {
        Disconnect-Sf
        Complete-Text $Text | Should -Be $Result
    }

    It 'EveryEncodingOffered_IsTaken' {
        foreach ($name in Complete-Text 'Import-SfRecord x.csv Account -Operation Insert -Encoding ') {
            { Import-SfRecord nothing.csv Account -Operation Insert -Encoding $name -ErrorAction SilentlyContinue } | Should -Not -Throw
        }
    }

    It 'Limit_IsCompletedAndAskedForOnce' {
        Complete-Text 'Get-SfLimit DailyBulkV2QueryJ' | Should -Be 'DailyBulkV2QueryJobs'
        Clear-OrgRequest

        Complete-Text 'Get-SfLimit -Name dailyapi' | Should -Be 'DailyApiRequests'
        Get-OrgRequest | Should -BeNullOrEmpty
    }

    It 'SecondTime_DoesNotAskTheOrgAgain' {
        $null = Complete-Text 'New-SfRecord Acc'
        Clear-OrgRequest

        Complete-Text 'New-SfRecord Acc' | Should -Contain Account
        Get-OrgRequest | Should -BeNullOrEmpty
    }

    It 'SessionThatIsNamed_IsAsked' {
        $global:named = $org | Connect-Sf -PassThru
        $other = Start-SfEmulator
        $other | Connect-Sf
        try {
            Complete-Text 'New-SfRecord Invo' | Should -Not -Contain 'Invoice__c'
            Complete-Text 'New-SfRecord -Session $named Invo' | Should -Be 'Invoice__c'
        }
        finally {
            Stop-SfEmulator $other
            Remove-Variable named -Scope Global
        }
    }

    It 'NoSession_OffersNothingAndDoesNotFail' {
        Disconnect-Sf

        { Complete-Text 'New-SfRecord Accoun' } | Should -Not -Throw
        Complete-Text 'New-SfRecord Accoun' | Should -Not -Contain 'Account'
    }

    It 'OrgThatDoesNotAnswer_HoldsUpThePromptTwoSeconds' {
        Set-OrgFault @{ match = '/sobjects'; delayMs = 60000 }

        $watch = [Diagnostics.Stopwatch]::StartNew()
        Complete-Text 'New-SfRecord Accoun' | Should -Not -Contain 'Account'

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
    }

    It 'ParameterNames_AreCompleted' {
        Complete-Text 'Set-SfRecord -Ex' | Should -Be '-ExternalIdField'
    }
}
